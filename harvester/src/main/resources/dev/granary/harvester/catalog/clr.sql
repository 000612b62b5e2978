-- One row per routine, trigger or aggregate (owner_class 1) and per type (6) that an assembly implements, by its id. Aliases are the components
-- of ClrRow.
-- Needs VIEW DEFINITION; the name of an assembly that the login may not see is NULL. A type and an aggregate have no method.
SELECT 1                          AS owner_class,
       am.object_id               AS owner_id,
       a.name                     AS assembly_name,
       am.assembly_class          AS assembly_class,
       am.assembly_method         AS assembly_method,
       am.execute_as_principal_id AS execute_as,
       am.null_on_null_input      AS null_on_null_input
  FROM sys.assembly_modules AS am
  LEFT JOIN sys.assemblies AS a ON a.assembly_id = am.assembly_id
 UNION ALL
SELECT 6                          AS owner_class,
       ct.user_type_id            AS owner_id,
       a.name                     AS assembly_name,
       ct.assembly_class          AS assembly_class,
       NULL                       AS assembly_method,
       NULL                       AS execute_as,
       NULL                       AS null_on_null_input
  FROM sys.assembly_types AS ct
  LEFT JOIN sys.assemblies AS a ON a.assembly_id = ct.assembly_id
 WHERE ct.is_user_defined = 1
 ORDER BY owner_class, owner_id
