-- holds: table | kinds.columnstore_one | indexes | "name":"cci_one","type":"clustered_columnstore"
-- holds: table | kinds.columnstore_two | indexes | "included":["a","b"],"name":"ncci_two","type":"nonclustered_columnstore"
CREATE TABLE kinds.columnstore_one (a int NOT NULL, b int NOT NULL)
GO
CREATE CLUSTERED COLUMNSTORE INDEX cci_one ON kinds.columnstore_one
GO
CREATE TABLE kinds.columnstore_two (a int NOT NULL, b int NOT NULL)
GO
CREATE NONCLUSTERED COLUMNSTORE INDEX ncci_two ON kinds.columnstore_two (a, b)
