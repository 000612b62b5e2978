-- holds: clr_type | kinds.point | clr | {"assembly":"kinds_types","assemblyClass":"Granary.Point"}
CREATE ASSEMBLY kinds_types FROM 0x4D5A WITH PERMISSION_SET = SAFE
GO
CREATE TYPE kinds.point EXTERNAL NAME kinds_types.[Granary.Point]
