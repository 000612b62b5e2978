-- One row per check constraint, for an engine without the catalogue views of checks.sql. Aliases are the components of CheckRow.
-- Needs VIEW DEFINITION. CHECK_CLAUSE is cut at 4,000 characters: what is that long is NULL.
-- Cannot say: the column a check belongs to, disabled, not trusted, names made by the system, checks of types
SELECT o.object_id         AS object_id,
       ck.CONSTRAINT_NAME  AS constraint_name,
       0                   AS system_named,
       CAST(NULL AS nvarchar(1)) AS column_name,
       CASE WHEN DATALENGTH(ck.CHECK_CLAUSE) < 8000 THEN ck.CHECK_CLAUSE END AS expression,
       0                   AS disabled,
       0                   AS not_trusted,
       0                   AS not_for_replication
  FROM INFORMATION_SCHEMA.CHECK_CONSTRAINTS AS ck
  JOIN INFORMATION_SCHEMA.TABLE_CONSTRAINTS AS tc ON tc.CONSTRAINT_SCHEMA = ck.CONSTRAINT_SCHEMA AND tc.CONSTRAINT_NAME = ck.CONSTRAINT_NAME
  JOIN sys.schemas AS s ON s.name = tc.TABLE_SCHEMA
  JOIN sys.objects AS o ON o.schema_id = s.schema_id AND o.name = tc.TABLE_NAME
 WHERE o.is_ms_shipped = 0
 ORDER BY o.object_id, ck.CONSTRAINT_NAME
