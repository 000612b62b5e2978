-- One row: who is a direct member of which role, by ids; principals.sql knows the names. Needs what principals.sql needs.
SELECT COUNT_BIG(*) AS row_count, MAX(x.id) AS max_id, SUM(CAST(x.h AS bigint)) AS sum_h, CHECKSUM_AGG(x.h) AS agg_h
  FROM (SELECT m.member_principal_id AS id,
               BINARY_CHECKSUM(m.member_principal_id, m.role_principal_id) AS h
          FROM sys.database_role_members AS m
       ) AS x
