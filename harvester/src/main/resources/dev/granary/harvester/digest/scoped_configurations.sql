-- One row: database-scoped settings. Needs no right. A value is sql_variant.
SELECT COUNT_BIG(*) AS row_count, MAX(x.id) AS max_id, SUM(CAST(x.h AS bigint)) AS sum_h, CHECKSUM_AGG(x.h) AS agg_h
  FROM (SELECT sc.configuration_id AS id,
               BINARY_CHECKSUM(sc.configuration_id,
                               sc.is_value_default, -- needs sys.database_scoped_configurations.is_value_default
                               CAST(sc.name AS varbinary(256)),
                               CAST(CONVERT(nvarchar(256), sc.value) AS varbinary(512)),
                               CAST(CONVERT(nvarchar(256), sc.value_for_secondary) AS varbinary(512))) AS h
          FROM sys.database_scoped_configurations AS sc
       ) AS x
