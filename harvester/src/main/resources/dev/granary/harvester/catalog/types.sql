-- One row per user-defined type, by user_type_id. Aliases are the components of TypeRow.
-- Needs VIEW DEFINITION. The base type is joined by system_type_id, which for system types is their user_type_id; CLR and table types
-- have none. A table type's columns, keys, checks and dates hang on an object of its own.
SELECT t.user_type_id          AS type_id,
       s.name                  AS schema_name,
       t.name                  AS type_name,
       t.is_table_type         AS table_type,
       tt.type_table_object_id AS table_object_id, -- needs sys.table_types
       t.is_assembly_type      AS assembly_type,
       b.name                  AS base_type_name,
       t.max_length            AS max_length,
       t.precision             AS type_precision,
       t.scale                 AS type_scale,
       t.is_nullable           AS nullable,
       o.create_date           AS created_at, -- needs sys.table_types
       o.modify_date           AS modified_at -- needs sys.table_types
  FROM sys.types AS t
  JOIN sys.schemas AS s ON s.schema_id = t.schema_id
  LEFT JOIN sys.types AS b ON b.user_type_id = t.system_type_id AND b.is_user_defined = 0
  LEFT JOIN sys.table_types AS tt ON tt.user_type_id = t.user_type_id -- needs sys.table_types
  LEFT JOIN sys.objects AS o ON o.object_id = tt.type_table_object_id -- needs sys.table_types
 WHERE t.is_user_defined = 1
 ORDER BY t.user_type_id
