-- One row per column of a view or function in the schemas sys (4) and INFORMATION_SCHEMA (3): what this version of the engine has. Aliases are
-- the components of EngineColumnRow.
-- Needs nothing; a view whose SELECT was revoked from public may be hidden here, so one that is missed is asked for by itself.
SELECT o.schema_id AS schema_id,
       o.name      AS view_name,
       c.name      AS column_name
  FROM sys.all_objects AS o
  JOIN sys.all_columns AS c ON c.object_id = o.object_id
 WHERE o.schema_id IN (3, 4)
