-- Rows alone, for an engine that tells no pages.  Needs VIEW DEFINITION only.
SELECT p.object_id          AS object_id,
       p.index_id           AS index_id,
       SUM(p.rows)          AS row_count,
       CAST(NULL AS bigint) AS reserved_bytes,
       CAST(NULL AS bigint) AS used_bytes
  FROM sys.partitions AS p
 GROUP BY p.object_id, p.index_id
