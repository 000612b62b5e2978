-- One row per object that a hold lists, by schema, name and id. A null :after_schema means from the start; what lives in no schema has ''.
SELECT i.object_id AS id, k.name AS kind, COALESCE(s.name, '') AS schema, n.name,
       (SELECT string_agg(a.name, ',' ORDER BY a.code) FROM granary.aspect AS a WHERE a.code = ANY (i.aspects)) AS parts
  FROM granary.hold_item   AS i
  JOIN granary.name        AS n ON n.id = i.name_id
  JOIN granary.object_kind AS k ON k.code = i.kind
  LEFT JOIN granary.name   AS s ON s.id = i.schema_name_id
 WHERE i.hold_id = :hold
   AND (CAST(:after_schema AS text) IS NULL
        OR (COALESCE(s.name, '') COLLATE "C", n.name COLLATE "C", i.object_id) > (:after_schema, :after_name, CAST(:after_id AS int)))
 ORDER BY COALESCE(s.name, '') COLLATE "C", n.name COLLATE "C", i.object_id
 LIMIT :limit
