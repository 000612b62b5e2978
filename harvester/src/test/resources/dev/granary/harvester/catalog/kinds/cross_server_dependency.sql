-- holds: procedure | kinds.calls_far_away | dependencies | {"database":"elsewhere","name":"p","on":"object","reason":"other_server","schema":"dbo","server":"kinds_far"}
CREATE PROCEDURE kinds.calls_far_away AS
EXEC kinds_far.elsewhere.dbo.p
