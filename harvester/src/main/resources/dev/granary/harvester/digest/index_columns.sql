-- One row: which columns are in which index, in which order, and which of them it is partitioned by. Needs VIEW DEFINITION.
SELECT COUNT_BIG(*) AS row_count, MAX(x.id) AS max_id, SUM(CAST(x.h AS bigint)) AS sum_h, CHECKSUM_AGG(x.h) AS agg_h
  FROM (SELECT ic.object_id AS id,
               BINARY_CHECKSUM(ic.object_id, ic.index_id, ic.index_column_id, ic.column_id, ic.key_ordinal, ic.is_included_column,
                               ic.partition_ordinal, -- needs sys.index_columns.partition_ordinal
                               ic.column_store_order_ordinal, -- needs sys.index_columns.column_store_order_ordinal
                               ic.is_descending_key) AS h
          FROM sys.index_columns AS ic
       ) AS x
