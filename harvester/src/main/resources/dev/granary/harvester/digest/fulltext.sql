-- One row: full-text indexes, their columns, and the names of their catalogs and stop lists. Needs VIEW DEFINITION.
-- How far a population has come is not asked for.
SELECT COUNT_BIG(*) AS row_count, MAX(x.id) AS max_id, SUM(CAST(x.h AS bigint)) AS sum_h, CHECKSUM_AGG(x.h) AS agg_h
  FROM (SELECT fi.object_id AS id,
               BINARY_CHECKSUM(fi.object_id, fi.unique_index_id, fi.fulltext_catalog_id, fi.stoplist_id, fi.is_enabled,
                               fi.change_tracking_state, co.column_id, co.type_column_id, co.language_id,
                               co.statistical_semantics, -- needs sys.fulltext_index_columns.statistical_semantics
                               CAST(fc.name AS varbinary(256)),
                               CAST(sl.name AS varbinary(256))) AS h
          FROM sys.fulltext_indexes AS fi
          LEFT JOIN sys.fulltext_catalogs AS fc ON fc.fulltext_catalog_id = fi.fulltext_catalog_id
          LEFT JOIN sys.fulltext_stoplists AS sl ON sl.stoplist_id = fi.stoplist_id
          LEFT JOIN sys.fulltext_index_columns AS co ON co.object_id = fi.object_id
       ) AS x
