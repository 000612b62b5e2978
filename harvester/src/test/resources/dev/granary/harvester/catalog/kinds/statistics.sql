-- holds: table | kinds.counted_one | statistics | {"statistics":[{"columns":["b","a"],"name":"st_one","noRecompute":true}]}
CREATE TABLE kinds.counted_one (a int NOT NULL, b int NOT NULL)
GO
CREATE STATISTICS st_one ON kinds.counted_one (b, a) WITH NORECOMPUTE
