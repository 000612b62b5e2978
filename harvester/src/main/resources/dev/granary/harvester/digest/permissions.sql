-- One row: what was granted and denied, by ids: names are the business of other digests. Needs VIEW DEFINITION (2022: VIEW SECURITY DEFINITION);
-- without it most are hidden.
SELECT COUNT_BIG(*) AS row_count, MAX(x.id) AS max_id, SUM(CAST(x.h AS bigint)) AS sum_h, CHECKSUM_AGG(x.h) AS agg_h
  FROM (SELECT dp.grantee_principal_id AS id,
               BINARY_CHECKSUM(dp.class, dp.major_id, dp.minor_id, dp.grantee_principal_id, dp.grantor_principal_id,
                               CAST(dp.permission_name AS varbinary(256)),
                               CAST(dp.state AS varbinary(2))) AS h
          FROM sys.database_permissions AS dp
       ) AS x
