-- holds: procedure | kinds.calls_nobody | dependencies | {"name":"nobody","on":"object","reason":"not_found","schema":"kinds"}
CREATE PROCEDURE kinds.calls_nobody AS
EXEC kinds.nobody
