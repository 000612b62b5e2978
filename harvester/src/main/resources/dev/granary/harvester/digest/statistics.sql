-- One row: statistics that a person made, and their columns. Needs VIEW DEFINITION.
-- What they hold, and when they were last updated, is no metadata.
SELECT COUNT_BIG(*) AS row_count, MAX(x.id) AS max_id, SUM(CAST(x.h AS bigint)) AS sum_h, CHECKSUM_AGG(x.h) AS agg_h
  FROM (SELECT st.object_id AS id,
               BINARY_CHECKSUM(st.object_id, st.stats_id, st.no_recompute,
                               st.has_filter, -- needs sys.stats.has_filter
                               st.is_incremental, -- needs sys.stats.is_incremental
                               HASHBYTES('SHA2_256', CAST(st.filter_definition AS varbinary(8000))), -- needs sys.stats.filter_definition
                               sc.stats_column_id,
                               sc.column_id,
                               CAST(st.name AS varbinary(256))) AS h
          FROM sys.stats AS st
          LEFT JOIN sys.stats_columns AS sc ON sc.object_id = st.object_id AND sc.stats_id = st.stats_id
         WHERE st.user_created = 1
       ) AS x
