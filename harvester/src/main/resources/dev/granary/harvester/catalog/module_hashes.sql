-- One row per module written in T-SQL with the hash of its text, by object_id. Aliases are the components of ModuleHashRow.
-- Needs VIEW DEFINITION. The same as modules.sql, for engines that hash a text of any length: the texts themselves are read only where they are
-- not stored yet. HASHBYTES of nvarchar is over UTF-16, little-endian, and NULL where the definition is. The definition is NULL both when it is encrypted and when the login may not read it: only then is the engine asked
-- which (a metadata function takes locks). A trigger on the database is not in sys.objects. execute_as_principal_id is NULL for the
-- caller, -2 for the owner, else a principal's id.
SELECT m.object_id                 AS object_id,
       HASHBYTES('SHA2_256', m.definition) AS text_hash,
       CASE WHEN m.definition IS NULL THEN OBJECTPROPERTY(m.object_id, N'IsEncrypted') END AS encrypted,
       m.uses_ansi_nulls           AS ansi_nulls,
       m.uses_quoted_identifier    AS quoted_identifier,
       m.is_schema_bound           AS schema_bound,
       m.is_recompiled             AS recompiled, -- needs sys.sql_modules.is_recompiled
       m.execute_as_principal_id   AS execute_as,
       m.uses_native_compilation   AS native_compiled -- needs sys.sql_modules.uses_native_compilation
  FROM sys.sql_modules AS m
  LEFT JOIN sys.objects AS o ON o.object_id = m.object_id
  LEFT JOIN sys.triggers AS tr ON tr.object_id = m.object_id AND tr.parent_class = 0
 WHERE (o.type IN ('V', 'P', 'FN', 'IF', 'TF', 'TR') AND o.is_ms_shipped = 0)
    OR tr.is_ms_shipped = 0
 ORDER BY m.object_id
