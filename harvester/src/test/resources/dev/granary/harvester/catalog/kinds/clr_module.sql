-- holds: clr_procedure | kinds.clr_one | clr | {"assembly":"kinds_code","assemblyClass":"Granary.Sample","method":"Run"}
CREATE ASSEMBLY kinds_code FROM 0x4D5A WITH PERMISSION_SET = SAFE
GO
CREATE PROCEDURE kinds.clr_one @a int AS EXTERNAL NAME kinds_code.[Granary.Sample].Run
