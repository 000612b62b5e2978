-- holds: table_function | kinds.listed | columns | "name":"n"
CREATE FUNCTION kinds.listed (@x int) RETURNS @t TABLE (n int NOT NULL PRIMARY KEY) AS BEGIN INSERT @t VALUES (@x) RETURN END
