-- The same as partition_stats.sql for a login that may not ask it.
-- Needs VIEW DEFINITION only. A partition has one allocation unit for its rows (1), one for large objects (2) and one for overflow (3), each of
-- which would count the rows again; units of large objects hang on the partition, the others on its rows' structure.
-- Rows that were never counted are -1 where an engine only resembles SQL Server.
SELECT p.object_id                                                     AS object_id,
       p.index_id                                                      AS index_id,
       SUM(CASE WHEN a.type = 1 AND p.rows > 0 THEN p.rows ELSE 0 END) AS row_count,
       SUM(a.total_pages) * 8192                                       AS reserved_bytes,
       SUM(a.used_pages) * 8192                                        AS used_bytes
  FROM sys.partitions AS p
  JOIN sys.allocation_units AS a ON a.container_id = CASE WHEN a.type = 2 THEN p.partition_id ELSE p.hobt_id END
 GROUP BY p.object_id, p.index_id
