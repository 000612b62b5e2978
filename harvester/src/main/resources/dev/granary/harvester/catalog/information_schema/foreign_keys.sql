-- One row per column of a foreign key, for an engine without the catalogue views of foreign_keys.sql. Aliases are the components of
-- ForeignKeyRow; the constraint's id is a number of this answer only.
-- Needs VIEW DEFINITION. Which column refers to which is certain for one column only: with more, the referenced one is NULL.
-- Cannot say: disabled, not trusted, names made by the system, the columns that keys of several columns refer to
SELECT o.object_id                           AS object_id,
       CAST(DENSE_RANK() OVER (ORDER BY rc.CONSTRAINT_SCHEMA, rc.CONSTRAINT_NAME) AS int) AS constraint_id,
       rc.CONSTRAINT_NAME                    AS constraint_name,
       0                                     AS system_named,
       uk.TABLE_SCHEMA                       AS referenced_schema,
       uk.TABLE_NAME                         AS referenced_table,
       REPLACE(rc.DELETE_RULE, N' ', N'_')   AS on_delete,
       REPLACE(rc.UPDATE_RULE, N' ', N'_')   AS on_update,
       0                                     AS disabled,
       0                                     AS not_trusted,
       0                                     AS not_for_replication,
       k.COLUMN_NAME                         AS column_name,
       CASE WHEN second.COLUMN_NAME IS NULL THEN uk.COLUMN_NAME END AS referenced_column
  FROM INFORMATION_SCHEMA.REFERENTIAL_CONSTRAINTS AS rc
  JOIN INFORMATION_SCHEMA.KEY_COLUMN_USAGE AS k ON k.CONSTRAINT_SCHEMA = rc.CONSTRAINT_SCHEMA AND k.CONSTRAINT_NAME = rc.CONSTRAINT_NAME
  JOIN sys.schemas AS s ON s.name = k.TABLE_SCHEMA
  JOIN sys.objects AS o ON o.schema_id = s.schema_id AND o.name = k.TABLE_NAME
  LEFT JOIN INFORMATION_SCHEMA.KEY_COLUMN_USAGE AS second ON second.CONSTRAINT_SCHEMA = rc.CONSTRAINT_SCHEMA AND second.CONSTRAINT_NAME = rc.CONSTRAINT_NAME AND second.ORDINAL_POSITION = 2
  LEFT JOIN INFORMATION_SCHEMA.KEY_COLUMN_USAGE AS uk ON uk.CONSTRAINT_SCHEMA = rc.UNIQUE_CONSTRAINT_SCHEMA AND uk.CONSTRAINT_NAME = rc.UNIQUE_CONSTRAINT_NAME AND uk.ORDINAL_POSITION = k.ORDINAL_POSITION
 WHERE o.is_ms_shipped = 0
 ORDER BY o.object_id, rc.CONSTRAINT_SCHEMA, rc.CONSTRAINT_NAME, k.ORDINAL_POSITION
