-- Pairs that neither identity nor exact name matched and whose names are equal by the coarsest comparison: candidates for being the same
-- under the database's own collation. Parameter: the database.
SELECT i.space, i.source_id, c.object_id, s.name AS incoming_schema, n.name AS incoming_name, cs.name AS schema_name, cn.name AS name
  FROM incoming AS i
  JOIN granary.name AS n ON n.id = i.name_id
  JOIN granary.name AS cn ON cn.fold = n.fold
  JOIN granary.placement_current AS c ON c.name_id = cn.id AND c.kind = i.kind
  LEFT JOIN granary.name AS s ON s.id = i.schema_name_id
  LEFT JOIN granary.name AS cs ON cs.id = c.schema_name_id
 WHERE i.object_id IS NULL
   AND c.database_id = ?
   AND NOT EXISTS (SELECT 1 FROM incoming AS other WHERE other.object_id = c.object_id)
 ORDER BY c.object_id, i.source_id
