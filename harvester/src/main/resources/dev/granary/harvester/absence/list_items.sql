-- What an open hold of the database has to list: what is kept or carried forward and not yet rejected.
INSERT INTO held (object_id, kind, schema_name_id, name_id, aspects)
SELECT m.object_id, m.kind, m.schema_name_id, m.name_id, NULL::smallint[]
  FROM missing AS m
 WHERE m.cause IS NULL
   AND m.standing IS DISTINCT FROM 'rejected'
UNION ALL
SELECT c.object_id, c.kind, c.schema_name_id, c.name_id, array_agg(k.aspect ORDER BY k.aspect)
  FROM carried_part AS k
  JOIN granary.placement_current AS c ON c.object_id = k.object_id
 WHERE NOT EXISTS (SELECT 1
                     FROM granary.hold AS h
                     JOIN granary.hold_item AS x ON x.hold_id = h.id
                    WHERE h.database_id = :database
                      AND h.state = 'rejected'
                      AND x.object_id = k.object_id
                      AND k.aspect = ANY (x.aspects))
 GROUP BY c.object_id, c.kind, c.schema_name_id, c.name_id
