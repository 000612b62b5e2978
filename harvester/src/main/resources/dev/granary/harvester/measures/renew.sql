-- The latest of each series, where that is another than before.
INSERT INTO granary.measure_current AS c (database_id, object_id, index_id, changed_at, rows, reserved_bytes, used_bytes, index_name)
SELECT :database, m.object_id, m.index_id, now(), m.rows, m.reserved_bytes, m.used_bytes, m.index_name
  FROM measured_object AS m
    ON CONFLICT (database_id, object_id, index_id) DO UPDATE
   SET rows = excluded.rows, reserved_bytes = excluded.reserved_bytes, used_bytes = excluded.used_bytes,
       index_name = excluded.index_name,
       changed_at = CASE WHEN (c.rows, c.reserved_bytes, c.used_bytes)
                              IS DISTINCT FROM (excluded.rows, excluded.reserved_bytes, excluded.used_bytes)
                         THEN excluded.changed_at ELSE c.changed_at END
 WHERE (c.rows, c.reserved_bytes, c.used_bytes, c.index_name)
       IS DISTINCT FROM (excluded.rows, excluded.reserved_bytes, excluded.used_bytes, excluded.index_name)
