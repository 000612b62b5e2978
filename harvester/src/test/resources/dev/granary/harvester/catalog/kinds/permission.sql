-- holds: database_role | kinds_granted | permissions | {"name":"granted_one","on":"object","permission":"SELECT","schema":"kinds","state":"grant_with_grant_option"}
-- holds: database_role | kinds_granted | permissions | {"name":"kinds","on":"schema","permission":"INSERT","state":"deny"}
CREATE TABLE kinds.granted_one (a int NOT NULL)
GO
CREATE ROLE kinds_granted
GO
GRANT SELECT ON kinds.granted_one TO kinds_granted WITH GRANT OPTION
GO
DENY INSERT ON SCHEMA::kinds TO kinds_granted
