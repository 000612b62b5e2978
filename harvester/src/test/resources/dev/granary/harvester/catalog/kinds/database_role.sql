-- holds: database_role | kinds_role | principal | {"owner":"dbo"}
CREATE ROLE kinds_role AUTHORIZATION dbo
