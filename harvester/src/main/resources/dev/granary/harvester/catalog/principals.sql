-- One row per principal of the database, by principal_id. Aliases are the components of PrincipalRow.
-- Needs VIEW SECURITY DEFINITION on the database (before SQL Server 2022: VIEW DEFINITION). Trap: without it the login sees itself, the system's
-- principals and the fixed roles, and no error says so: visibility.sql asks first.
-- Security identifiers are not read: they say who a login is on its server, not what may be done here.
SELECT p.principal_id             AS principal_id,
       p.name                     AS principal_name,
       p.type                     AS principal_type,
       p.type_desc                AS type_description,
       p.default_schema_name      AS default_schema,
       p.authentication_type_desc AS authentication,
       p.is_fixed_role            AS fixed_role,
       w.name                     AS owner_name,
       p.create_date              AS created_at,
       p.modify_date              AS modified_at
  FROM sys.database_principals AS p
  LEFT JOIN sys.database_principals AS w ON w.principal_id = p.owning_principal_id
 ORDER BY p.principal_id
