-- One row: the users and roles of the database. Needs VIEW DEFINITION (2022: VIEW SECURITY DEFINITION); without it most are hidden.
-- Security identifiers and dates of password changes are not read.
SELECT COUNT_BIG(*) AS row_count, MAX(x.id) AS max_id, SUM(CAST(x.h AS bigint)) AS sum_h, CHECKSUM_AGG(x.h) AS agg_h
  FROM (SELECT p.principal_id AS id,
               BINARY_CHECKSUM(p.principal_id, p.owning_principal_id, p.is_fixed_role, p.create_date,
                               p.authentication_type, -- needs sys.database_principals.authentication_type
                               p.type,
                               CAST(p.default_schema_name AS varbinary(256)),
                               CAST(p.name AS varbinary(256))) AS h
          FROM sys.database_principals AS p
       ) AS x
