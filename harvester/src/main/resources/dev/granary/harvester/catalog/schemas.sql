-- One row per schema that can hold a user's objects, by schema_id. Aliases are the components of SchemaRow.
-- Needs VIEW DEFINITION (2022: VIEW ANY SECURITY DEFINITION) to name owners; the owner's name is NULL where the login may not see him.
-- guest, INFORMATION_SCHEMA, sys and the schemas of the fixed roles are in every database and left out.
SELECT s.schema_id AS schema_id,
       s.name      AS schema_name,
       p.name      AS owner_name -- needs sys.database_principals
  FROM sys.schemas AS s
  LEFT JOIN sys.database_principals AS p ON p.principal_id = s.principal_id -- needs sys.database_principals
 WHERE s.schema_id NOT IN (2, 3, 4)
   AND s.schema_id NOT BETWEEN 16384 AND 16399
 ORDER BY s.schema_id
