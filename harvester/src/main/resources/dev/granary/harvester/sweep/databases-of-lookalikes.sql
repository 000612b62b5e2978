-- The same rows as databases.sql for engines that only resemble SQL Server and lack some of its columns: names and ids, the rest unknown.
-- Trap: without HAS_DBACCESS a database that the login may not enter is found out only in entering it.
SELECT d.database_id,
       d.name                       AS database_name,
       CAST(NULL AS int)            AS snapshot_of,
       CAST(NULL AS nvarchar(60))   AS state,
       CAST(NULL AS nvarchar(60))   AS user_access,
       CAST(NULL AS int)            AS accessible,
       CAST(NULL AS bit)            AS auto_close,
       CAST(NULL AS nvarchar(128))  AS collation,
       CAST(NULL AS smallint)       AS compatibility,
       CAST(NULL AS nvarchar(36))   AS service_broker_guid,
       CAST(NULL AS datetime)       AS created_at
  FROM sys.databases AS d
 ORDER BY d.database_id
