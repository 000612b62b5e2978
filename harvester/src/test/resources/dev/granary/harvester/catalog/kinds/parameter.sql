-- holds: procedure | kinds.asked_one | parameters | {"name":"@b","ordinal":2,"output":true,"type":"money"}
CREATE PROCEDURE kinds.asked_one @a int, @b money OUTPUT AS SET @b = @a
