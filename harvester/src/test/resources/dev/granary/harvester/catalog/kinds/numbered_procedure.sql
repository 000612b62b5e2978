-- holds: procedure | kinds.grouped_one | numberedProcedures | "number":2
CREATE PROCEDURE kinds.grouped_one;1 AS SELECT 1 AS a
GO
CREATE PROCEDURE kinds.grouped_one;2 AS SELECT 2 AS a
