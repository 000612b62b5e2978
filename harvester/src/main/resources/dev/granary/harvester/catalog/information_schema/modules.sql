-- One row per view and routine, for an engine without the catalogue views of modules.sql. Aliases are the components of ModuleRow.
-- Needs VIEW DEFINITION. Texts are cut at 4,000 characters: one that is that long is NULL, and so is one that is encrypted or hidden.
-- Cannot say: triggers, texts of 4,000 characters and more, the options a module was created under
SELECT o.object_id                 AS object_id,
       CASE WHEN DATALENGTH(m.definition) < 8000 THEN m.definition END AS definition,
       CAST(NULL AS int)           AS encrypted,
       1                           AS ansi_nulls,
       1                           AS quoted_identifier,
       0                           AS schema_bound,
       0                           AS recompiled,
       CAST(NULL AS int)           AS execute_as,
       0                           AS native_compiled
  FROM (SELECT r.ROUTINE_SCHEMA AS schema_name, r.ROUTINE_NAME AS name, r.ROUTINE_DEFINITION AS definition
          FROM INFORMATION_SCHEMA.ROUTINES AS r
        UNION ALL
        SELECT v.TABLE_SCHEMA AS schema_name, v.TABLE_NAME AS name, v.VIEW_DEFINITION AS definition
          FROM INFORMATION_SCHEMA.VIEWS AS v) AS m
  JOIN sys.schemas AS s ON s.name = m.schema_name
  JOIN sys.objects AS o ON o.schema_id = s.schema_id AND o.name = m.name
 WHERE o.type IN ('V', 'P', 'FN', 'IF', 'TF')
   AND o.is_ms_shipped = 0
 ORDER BY o.object_id
