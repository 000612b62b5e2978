-- Rows alone, for an engine that tells no pages.  Needs VIEW DEFINITION only. Trap: engines that only resemble SQL Server say -1 of a table whose
-- rows they never counted.
SELECT p.object_id                                      AS object_id,
       p.index_id                                       AS index_id,
       SUM(CASE WHEN p.rows > 0 THEN p.rows ELSE 0 END) AS row_count,
       CAST(NULL AS bigint)                             AS reserved_bytes,
       CAST(NULL AS bigint)                             AS used_bytes
  FROM sys.partitions AS p
 GROUP BY p.object_id, p.index_id
