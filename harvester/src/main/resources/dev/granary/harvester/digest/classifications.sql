-- One row: sensitivity classifications with the names of their columns. Needs VIEW ANY SENSITIVITY CLASSIFICATION; the view exists since 2019.
SELECT COUNT_BIG(*) AS row_count, MAX(x.id) AS max_id, SUM(CAST(x.h AS bigint)) AS sum_h, CHECKSUM_AGG(x.h) AS agg_h
  FROM (SELECT sc.major_id AS id,
               BINARY_CHECKSUM(sc.major_id, sc.minor_id, sc.rank,
                               CAST(CONVERT(nvarchar(256), sc.label) AS varbinary(512)),
                               CAST(CONVERT(nvarchar(256), sc.information_type) AS varbinary(512)),
                               CAST(c.name AS varbinary(256))) AS h
          FROM sys.sensitivity_classifications AS sc
          LEFT JOIN sys.columns AS c ON c.object_id = sc.major_id AND c.column_id = sc.minor_id
         WHERE sc.class = 1
       ) AS x
