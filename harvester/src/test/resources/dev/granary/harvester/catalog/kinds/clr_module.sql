-- holds: clr_procedure | kinds.clr_one | clr | {"assembly":"kinds_code","assemblyClass":"Granary.Sample","method":"Run"}
-- holds: clr_scalar_function | kinds.clr_scalar | clr | {"assembly":"kinds_code","assemblyClass":"Granary.Sample","method":"Scalar"}
-- holds: clr_table_function | kinds.clr_rows | clr | {"assembly":"kinds_code","assemblyClass":"Granary.Sample","method":"Rows"}
-- holds: clr_trigger | kinds.clr_watch | clr | {"assembly":"kinds_code","assemblyClass":"Granary.Sample","method":"Watch"}
-- holds: aggregate | kinds.clr_sum | clr | {"assembly":"kinds_code","assemblyClass":"Granary.Sum"}
CREATE ASSEMBLY kinds_code FROM 0x4D5A WITH PERMISSION_SET = SAFE
GO
CREATE PROCEDURE kinds.clr_one @a int AS EXTERNAL NAME kinds_code.[Granary.Sample].Run
GO
CREATE FUNCTION kinds.clr_scalar (@a int) RETURNS int AS EXTERNAL NAME kinds_code.[Granary.Sample].Scalar
GO
CREATE FUNCTION kinds.clr_rows (@a int) RETURNS TABLE (b int) AS EXTERNAL NAME kinds_code.[Granary.Sample].Rows
GO
CREATE TABLE kinds.watched_by_clr (a int NOT NULL)
GO
CREATE TRIGGER kinds.clr_watch ON kinds.watched_by_clr AFTER INSERT AS EXTERNAL NAME kinds_code.[Granary.Sample].Watch
GO
CREATE AGGREGATE kinds.clr_sum (@a int) RETURNS int EXTERNAL NAME kinds_code.[Granary.Sum]
