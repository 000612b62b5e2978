-- One row: modules written in T-SQL, by the date at which each was last altered. Needs VIEW DEFINITION.
-- Texts are not touched. The date moves with ALTER and CREATE OR ALTER; a restore moves it back, which differs as well.
SELECT COUNT_BIG(*) AS row_count, MAX(x.id) AS max_id, SUM(CAST(x.h AS bigint)) AS sum_h, CHECKSUM_AGG(x.h) AS agg_h
  FROM (SELECT m.object_id AS id,
               BINARY_CHECKSUM(m.object_id, o.modify_date, m.uses_ansi_nulls, m.uses_quoted_identifier, m.is_schema_bound, m.is_recompiled,
                               m.execute_as_principal_id,
                               m.uses_native_compilation, -- needs sys.sql_modules.uses_native_compilation
                               o.type) AS h
          FROM sys.sql_modules AS m
          JOIN sys.objects AS o ON o.object_id = m.object_id
         WHERE o.is_ms_shipped = 0
       ) AS x
