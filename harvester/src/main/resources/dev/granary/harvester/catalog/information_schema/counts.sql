-- One row per schema: how many tables (views too) and columns of them INFORMATION_SCHEMA shows to the login, less those that a harvest leaves out:
-- what SQL Server shipped, and the tables of database diagrams. Aliases are the components of CountsRow.
-- Needs VIEW DEFINITION, like what it is compared with.
SELECT n.schema_name       AS schema_name,
       SUM(n.table_count)  AS tables,
       SUM(n.column_count) AS columns
  FROM (SELECT t.TABLE_SCHEMA AS schema_name, COUNT(*) AS table_count, 0 AS column_count
          FROM INFORMATION_SCHEMA.TABLES AS t
         GROUP BY t.TABLE_SCHEMA
        UNION ALL
        SELECT c.TABLE_SCHEMA AS schema_name, 0 AS table_count, COUNT(*) AS column_count
          FROM INFORMATION_SCHEMA.COLUMNS AS c
         GROUP BY c.TABLE_SCHEMA
        UNION ALL
        SELECT s.name AS schema_name, -1 AS table_count, 0 AS column_count
          FROM sys.objects AS o
          JOIN sys.schemas AS s ON s.schema_id = o.schema_id
         WHERE o.is_ms_shipped = 1
           AND o.type IN ('U', 'V')
        UNION ALL
        SELECT s.name AS schema_name, 0 AS table_count, -1 AS column_count
          FROM sys.objects AS o
          JOIN sys.schemas AS s ON s.schema_id = o.schema_id
          JOIN sys.columns AS c ON c.object_id = o.object_id
         WHERE o.is_ms_shipped = 1
           AND o.type IN ('U', 'V')
        UNION ALL
        SELECT s.name AS schema_name, -1 AS table_count, 0 AS column_count
          FROM sys.extended_properties AS ep
          JOIN sys.objects AS o ON o.object_id = ep.major_id
          JOIN sys.schemas AS s ON s.schema_id = o.schema_id
         WHERE ep.class = 1 AND ep.minor_id = 0 AND ep.name = N'microsoft_database_tools_support'
           AND o.is_ms_shipped = 0
           AND o.type IN ('U', 'V')
        UNION ALL
        SELECT s.name AS schema_name, 0 AS table_count, -1 AS column_count
          FROM sys.extended_properties AS ep
          JOIN sys.objects AS o ON o.object_id = ep.major_id
          JOIN sys.schemas AS s ON s.schema_id = o.schema_id
          JOIN sys.columns AS c ON c.object_id = o.object_id
         WHERE ep.class = 1 AND ep.minor_id = 0 AND ep.name = N'microsoft_database_tools_support'
           AND o.is_ms_shipped = 0
           AND o.type IN ('U', 'V')) AS n
 GROUP BY n.schema_name
