-- holds: database | $database | scopedConfiguration | {"name":"MAXDOP","value":"4"}
ALTER DATABASE SCOPED CONFIGURATION SET MAXDOP = 4
