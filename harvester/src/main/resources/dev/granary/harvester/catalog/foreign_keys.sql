-- One row per column of a foreign key, by the declaring table's object_id, the key and the column's place. Aliases are the components of
-- ForeignKeyRow.
-- Needs VIEW DEFINITION; the names of a referenced table that the login may not see are NULL.
SELECT fk.parent_object_id               AS object_id,
       fk.object_id                      AS constraint_id,
       fk.name                           AS constraint_name,
       fk.is_system_named                AS system_named,
       rs.name                           AS referenced_schema,
       ro.name                           AS referenced_table,
       fk.delete_referential_action_desc AS on_delete,
       fk.update_referential_action_desc AS on_update,
       fk.is_disabled                    AS disabled,
       fk.is_not_trusted                 AS not_trusted,
       fk.is_not_for_replication         AS not_for_replication, -- needs sys.foreign_keys.is_not_for_replication
       pc.name                           AS column_name,
       rc.name                           AS referenced_column
  FROM sys.foreign_keys AS fk
  JOIN sys.foreign_key_columns AS fkc ON fkc.constraint_object_id = fk.object_id
  LEFT JOIN sys.columns AS pc ON pc.object_id = fkc.parent_object_id AND pc.column_id = fkc.parent_column_id
  LEFT JOIN sys.columns AS rc ON rc.object_id = fkc.referenced_object_id AND rc.column_id = fkc.referenced_column_id
  LEFT JOIN sys.objects AS ro ON ro.object_id = fk.referenced_object_id
  LEFT JOIN sys.schemas AS rs ON rs.schema_id = ro.schema_id
 WHERE fk.is_ms_shipped = 0
 ORDER BY fk.parent_object_id, fk.object_id, fkc.constraint_column_id
