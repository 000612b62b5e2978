-- holds: table | kinds.foreign_one | foreignKeys | "name":"fk_one","onDelete":"cascade"
CREATE TABLE kinds.parent_one (a int NOT NULL PRIMARY KEY)
GO
CREATE TABLE kinds.foreign_one (a int NOT NULL CONSTRAINT fk_one REFERENCES kinds.parent_one (a) ON DELETE CASCADE)
