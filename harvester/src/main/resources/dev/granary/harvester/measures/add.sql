-- A point of each series that has changed.
INSERT INTO granary.measure (object_id, index_id, measured_at, rows, reserved_bytes, used_bytes)
SELECT m.object_id, m.index_id, now(), m.rows, m.reserved_bytes, m.used_bytes
  FROM measured_object AS m
  LEFT JOIN granary.measure_current AS c
    ON c.database_id = :database AND c.object_id = m.object_id AND c.index_id = m.index_id
 WHERE c.object_id IS NULL
    OR (c.rows, c.reserved_bytes, c.used_bytes) IS DISTINCT FROM (m.rows, m.reserved_bytes, m.used_bytes)
    ON CONFLICT DO NOTHING
