-- holds: scalar_function | kinds.twice | parameters | "type":"int"
CREATE FUNCTION kinds.twice (@x int) RETURNS int AS BEGIN RETURN @x * 2 END
