-- The schemas that missing objects live in or are. Parameter: the kind of schemas.
SELECT DISTINCT n.id, n.name
  FROM missing AS m
  JOIN granary.name AS n ON n.id = CASE WHEN m.kind = ? THEN m.name_id ELSE m.schema_name_id END
 WHERE m.cause IS NULL
