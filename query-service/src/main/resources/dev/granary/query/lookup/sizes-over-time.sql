-- What the sizes of tables, views and indexes became between two times, and what each was when the time began; by schema, name, kind,
-- index_id and time. A null :objects means all, a null time no bound.
SELECT p.object_id AS id, k.name AS kind, s.name AS schema, n.name, m.index_id, c.index_name, m.measured_at AS at, m.rows,
       m.reserved_bytes, m.used_bytes
  FROM granary.placement_current AS p
  JOIN granary.measure AS m ON m.object_id = p.object_id
  JOIN granary.name AS s ON s.id = p.schema_name_id
  JOIN granary.name AS n ON n.id = p.name_id
  JOIN granary.object_kind AS k ON k.code = p.kind
  LEFT JOIN granary.measure_current AS c
    ON c.database_id = p.database_id AND c.object_id = m.object_id AND c.index_id = m.index_id
 WHERE p.database_id = :database
   AND (CAST(:objects AS int[]) IS NULL OR p.object_id = ANY (CAST(:objects AS int[])))
   AND (CAST(:until AS timestamptz) IS NULL OR m.measured_at <= :until)
   AND (CAST(:since AS timestamptz) IS NULL
        OR m.measured_at >= :since
        OR m.measured_at = (SELECT max(e.measured_at)
                              FROM granary.measure AS e
                             WHERE e.object_id = m.object_id AND e.index_id = m.index_id AND e.measured_at < :since))
   AND (CAST(:after_schema AS text) IS NULL
        OR (s.name, n.name, k.name COLLATE "C", m.index_id, m.measured_at)
           > (:after_schema, :after_name, :after_kind, CAST(:after_index AS int), CAST(:after_at AS timestamptz)))
 ORDER BY s.name, n.name, k.name COLLATE "C", m.index_id, m.measured_at
 LIMIT :limit
