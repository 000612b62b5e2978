-- One row: the current database. Aliases are the components of DatabaseRow.
-- Needs access to the database. On Azure SQL Database DB_ID() may disagree with this view, so the row is found by name.
SELECT d.name                AS database_name,
       d.collation_name      AS collation,
       d.compatibility_level AS compatibility_level,
       d.recovery_model_desc AS recovery_model, -- needs sys.databases.recovery_model_desc
       d.is_read_only        AS read_only -- needs sys.databases.is_read_only
  FROM sys.databases AS d
 WHERE d.name = DB_NAME()
