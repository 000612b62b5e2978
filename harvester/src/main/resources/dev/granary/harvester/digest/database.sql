-- One row: the current database's own options. Needs access to the database, which is found by name as in database.sql.
SELECT COUNT_BIG(*) AS row_count, MAX(x.id) AS max_id, SUM(CAST(x.h AS bigint)) AS sum_h, CHECKSUM_AGG(x.h) AS agg_h
  FROM (SELECT d.database_id AS id,
               BINARY_CHECKSUM(CAST(d.collation_name AS varbinary(256)),
                               d.recovery_model,
                               d.is_read_only,
                               d.compatibility_level) AS h
          FROM sys.databases AS d
         WHERE d.name = DB_NAME()
       ) AS x
