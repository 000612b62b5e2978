-- One row: modules written in T-SQL, by the date at which each was last altered. Needs VIEW DEFINITION.
-- Texts are not touched. The date moves with ALTER and CREATE OR ALTER; a restore moves it back, which differs as well. A trigger on the
-- database is not in sys.objects.
SELECT COUNT_BIG(*) AS row_count, MAX(x.id) AS max_id, SUM(CAST(x.h AS bigint)) AS sum_h, CHECKSUM_AGG(x.h) AS agg_h
  FROM (SELECT m.object_id AS id,
               BINARY_CHECKSUM(1, m.object_id, o.modify_date, m.uses_ansi_nulls, m.uses_quoted_identifier, m.is_schema_bound,
                               m.execute_as_principal_id,
                               m.is_recompiled, -- needs sys.sql_modules.is_recompiled
                               m.uses_native_compilation, -- needs sys.sql_modules.uses_native_compilation
                               o.type) AS h
          FROM sys.sql_modules AS m
          JOIN sys.objects AS o ON o.object_id = m.object_id
         WHERE o.is_ms_shipped = 0
         UNION ALL -- needs sys.triggers
        SELECT tr.object_id, -- needs sys.triggers
               BINARY_CHECKSUM(2, tr.object_id, tr.modify_date, m.uses_ansi_nulls, m.uses_quoted_identifier, m.execute_as_principal_id) -- needs sys.triggers
          FROM sys.triggers AS tr -- needs sys.triggers
          JOIN sys.sql_modules AS m ON m.object_id = tr.object_id -- needs sys.triggers
         WHERE tr.parent_class = 0 AND tr.is_ms_shipped = 0 -- needs sys.triggers
       ) AS x
