-- One row: all schemas and who owns them, by principal_id. Needs VIEW DEFINITION, like schemas.sql.
SELECT COUNT_BIG(*) AS row_count, MAX(x.id) AS max_id, SUM(CAST(x.h AS bigint)) AS sum_h, CHECKSUM_AGG(x.h) AS agg_h
  FROM (SELECT s.schema_id AS id,
               BINARY_CHECKSUM(s.schema_id, s.principal_id, CAST(s.name AS varbinary(256))) AS h
          FROM sys.schemas AS s
       ) AS x
