-- One row per procedure of a group but its first, by object_id and number. Aliases are the components of NumberedProcedureRow.
-- Needs VIEW DEFINITION. The first of a group is an ordinary procedure. The definition is NULL as it is in modules.sql.
SELECT np.object_id        AS object_id,
       np.procedure_number AS procedure_number,
       np.definition       AS definition,
       CASE WHEN np.definition IS NULL THEN OBJECTPROPERTY(np.object_id, N'IsEncrypted') END AS encrypted
  FROM sys.numbered_procedures AS np
  JOIN sys.objects AS o ON o.object_id = np.object_id
 WHERE o.is_ms_shipped = 0
 ORDER BY np.object_id, np.procedure_number
