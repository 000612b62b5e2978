-- One row per database of the server that the login may see, by database_id. Aliases are the components of ListedDatabase.
-- Needs VIEW ANY DATABASE; without it SQL Server shows master, tempdb and the databases the login owns or may enter, rather than failing.
-- Trap: ONLINE is no proof of access, and collation_name is NULL while a database is offline or closed by AUTO_CLOSE. HAS_DBACCESS may open a closed
-- one, which would then be open for whoever decides about it, so it is not asked of that.
SELECT d.database_id,
       d.name                AS database_name,
       d.source_database_id  AS snapshot_of,
       d.state_desc          AS state,
       d.user_access_desc    AS user_access,
       CASE WHEN d.is_auto_close_on = 1 AND d.collation_name IS NULL THEN NULL
            ELSE HAS_DBACCESS(d.name) END AS accessible,
       d.is_auto_close_on    AS auto_close,
       d.collation_name      AS collation,
       d.compatibility_level AS compatibility,
       d.service_broker_guid AS service_broker_guid,
       d.create_date         AS created_at
  FROM sys.databases AS d
 ORDER BY d.database_id
