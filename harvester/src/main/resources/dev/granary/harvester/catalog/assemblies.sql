-- One row per assembly that a user made, by assembly_id. Aliases are the components of AssemblyRow.
-- Needs VIEW DEFINITION. The assembly itself (sys.assembly_files) is not read: bytes are no metadata.
SELECT a.assembly_id         AS assembly_id,
       a.name                AS assembly_name,
       a.clr_name            AS clr_name,
       a.permission_set_desc AS permission_set,
       a.is_visible          AS visible,
       a.create_date         AS created_at,
       a.modify_date         AS modified_at
  FROM sys.assemblies AS a
 WHERE a.is_user_defined = 1
 ORDER BY a.assembly_id
