-- One row: what tables.sql tells of tables. Needs VIEW DEFINITION.
-- Trap: modify_date and max_column_id_used are left out: the one moves with index maintenance, the other tells of columns that are gone.
SELECT COUNT_BIG(*) AS row_count, MAX(x.id) AS max_id, SUM(CAST(x.h AS bigint)) AS sum_h, CHECKSUM_AGG(x.h) AS agg_h
  FROM (SELECT t.object_id AS id,
               BINARY_CHECKSUM(t.object_id,
                               t.is_memory_optimized, -- needs sys.tables.is_memory_optimized
                               t.durability, -- needs sys.tables.durability
                               t.temporal_type, -- needs sys.tables.temporal_type
                               t.is_ms_shipped) AS h
          FROM sys.tables AS t
       ) AS x
