-- One row: sensitivity classifications. Needs VIEW ANY SENSITIVITY CLASSIFICATION. Labels and types are sql_variant.
SELECT COUNT_BIG(*) AS row_count, MAX(x.id) AS max_id, SUM(CAST(x.h AS bigint)) AS sum_h, CHECKSUM_AGG(x.h) AS agg_h
  FROM (SELECT sc.major_id AS id,
               BINARY_CHECKSUM(sc.class, sc.major_id, sc.minor_id, sc.rank,
                               CAST(CONVERT(nvarchar(256), sc.label) AS varbinary(512)),
                               CAST(CONVERT(nvarchar(256), sc.information_type) AS varbinary(512))) AS h
          FROM sys.sensitivity_classifications AS sc
       ) AS x
