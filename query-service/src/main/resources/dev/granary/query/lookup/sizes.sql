-- The present size of every measured table, view and index of a database, by schema, name, kind and index_id. A null :objects means all.
SELECT p.object_id AS id, k.name AS kind, s.name AS schema, n.name, m.index_id, m.index_name, m.changed_at AS at, m.rows,
       m.reserved_bytes, m.used_bytes
  FROM granary.measure_current AS m
  JOIN granary.placement_current AS p ON p.object_id = m.object_id
  JOIN granary.name AS s ON s.id = p.schema_name_id
  JOIN granary.name AS n ON n.id = p.name_id
  JOIN granary.object_kind AS k ON k.code = p.kind
 WHERE m.database_id = :database
   AND (CAST(:objects AS int[]) IS NULL OR m.object_id = ANY (CAST(:objects AS int[])))
   AND (CAST(:after_schema AS text) IS NULL
        OR (s.name, n.name, k.name COLLATE "C", m.index_id)
           > (:after_schema, :after_name, :after_kind, CAST(:after_index AS int)))
 ORDER BY s.name, n.name, k.name COLLATE "C", m.index_id
 LIMIT :limit
