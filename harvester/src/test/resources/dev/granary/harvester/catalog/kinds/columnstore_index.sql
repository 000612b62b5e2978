-- holds: table | kinds.columnstore_one | indexes | "compressionDelay":10,"name":"cci_one","type":"clustered_columnstore"
CREATE TABLE kinds.columnstore_one (a int NOT NULL, b int NOT NULL)
GO
CREATE CLUSTERED COLUMNSTORE INDEX cci_one ON kinds.columnstore_one WITH (COMPRESSION_DELAY = 10)
