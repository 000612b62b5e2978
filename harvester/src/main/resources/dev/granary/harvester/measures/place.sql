-- What was measured, by the objects that the catalogue has: each index, and each object as a whole (-1), whose rows are those of its heap or
-- clustered index. What the catalogue does not know yet waits for the next harvest. Parameter: the database.
INSERT INTO measured_object (object_id, index_id, rows, reserved_bytes, used_bytes, index_name)
WITH placed AS (
    SELECT c.object_id, m.index_id, m.rows, m.reserved_bytes, m.used_bytes, n.name
      FROM granary.placement_current AS c
      JOIN granary.object_kind AS k ON k.code = c.kind AND k.name IN ('table', 'view')
      JOIN granary.object AS o ON o.id = c.object_id
      JOIN measured AS m ON m.source_id = o.source_id
      LEFT JOIN measured_index AS n ON n.source_id = m.source_id AND n.index_id = m.index_id
     WHERE c.database_id = :database
)
SELECT object_id, index_id, rows, reserved_bytes, used_bytes, name
  FROM placed
UNION ALL
SELECT object_id, -1, coalesce(max(rows) FILTER (WHERE index_id IN (0, 1)), max(rows)), sum(reserved_bytes), sum(used_bytes), NULL
  FROM placed
 GROUP BY object_id
