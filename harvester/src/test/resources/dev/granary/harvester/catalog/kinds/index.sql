-- holds: table | kinds.index_one | indexes | {"indexes":[{"columns":[{"descending":true,"name":"a"}],"included":["b"],"name":"ix_one","type":"nonclustered","unique":true}]}
CREATE TABLE kinds.index_one (a int NOT NULL, b int NULL)
GO
CREATE UNIQUE INDEX ix_one ON kinds.index_one (a DESC) INCLUDE (b)
