-- holds: inline_function | kinds.numbers | text | RETURNS TABLE
CREATE FUNCTION kinds.numbers (@x int) RETURNS TABLE AS RETURN (SELECT @x AS n)
