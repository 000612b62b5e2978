-- holds: database_user | kinds_user | principal | {"authentication":"none","defaultSchema":"kinds","type":"sql_user"}
CREATE USER kinds_user WITHOUT LOGIN WITH DEFAULT_SCHEMA = kinds
