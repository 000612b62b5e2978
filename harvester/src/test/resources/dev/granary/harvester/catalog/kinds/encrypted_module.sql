-- holds: procedure | kinds.secret_one | text | {"encrypted":true}
CREATE PROCEDURE kinds.secret_one WITH ENCRYPTION AS SELECT 1 AS a
