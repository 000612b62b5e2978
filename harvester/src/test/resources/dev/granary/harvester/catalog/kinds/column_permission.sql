-- holds: database_role | kinds_denied | permissions | {"column":"a","name":"denied_one","on":"column","permission":"SELECT","schema":"kinds","state":"deny"}
CREATE TABLE kinds.denied_one (a int NOT NULL, b int NOT NULL)
GO
CREATE ROLE kinds_denied
GO
DENY SELECT ON kinds.denied_one (a) TO kinds_denied
