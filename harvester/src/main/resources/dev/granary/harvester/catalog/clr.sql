-- One row per routine, trigger or aggregate that an assembly implements, by object_id. Aliases are the components of ClrRow.
-- Needs VIEW DEFINITION; the name of an assembly that the login may not see is NULL. An aggregate has no method. CLR types are in types.sql.
SELECT am.object_id               AS object_id,
       a.name                     AS assembly_name,
       am.assembly_class          AS assembly_class,
       am.assembly_method         AS assembly_method,
       am.execute_as_principal_id AS execute_as,
       am.null_on_null_input      AS null_on_null_input
  FROM sys.assembly_modules AS am
  LEFT JOIN sys.assemblies AS a ON a.assembly_id = am.assembly_id
 ORDER BY am.object_id
