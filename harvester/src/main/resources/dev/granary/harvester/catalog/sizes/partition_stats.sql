-- One row per heap or index, over its partitions: rows and bytes.
-- Needs VIEW DATABASE STATE (SQL Server 2022: VIEW DATABASE PERFORMANCE STATE). A statement of its own: joined with metadata it deadlocks with
-- the maintenance of indexes. Trap: memory-optimised tables are not in it, and XML and spatial indexes are under objects of their own.
SELECT ps.object_id                                AS object_id,
       ps.index_id                                 AS index_id,
       SUM(ps.row_count)                           AS row_count,
       SUM(ps.reserved_page_count) * 8192          AS reserved_bytes,
       SUM(ps.used_page_count) * 8192              AS used_bytes
  FROM sys.dm_db_partition_stats AS ps
 GROUP BY ps.object_id, ps.index_id
