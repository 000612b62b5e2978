-- holds: procedure | kinds.looks_elsewhere | dependencies | {"database":"elsewhere","name":"t","on":"object","reason":"other_database","schema":"dbo"}
CREATE PROCEDURE kinds.looks_elsewhere AS
SELECT * FROM elsewhere.dbo.t
