-- holds: procedure | kinds.done_one | text | CREATE PROCEDURE kinds.done_one AS SELECT 1 AS a
CREATE PROCEDURE kinds.done_one AS SELECT 1 AS a
