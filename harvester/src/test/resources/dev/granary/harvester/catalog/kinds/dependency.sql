-- holds: procedure | kinds.dependent_one | dependencies | {"name":"needed_one","on":"object","resolved":true,"schema":"kinds"}
CREATE TABLE kinds.needed_one (a int NOT NULL)
GO
CREATE PROCEDURE kinds.dependent_one AS
SELECT n.a FROM kinds.needed_one AS n
