-- holds: table | kinds.hash_one | indexes | "bucketCount":1024
CREATE TABLE kinds.hash_one (a int NOT NULL PRIMARY KEY NONCLUSTERED, b int NOT NULL, INDEX ix_hash HASH (b) WITH (BUCKET_COUNT = 1024))
WITH (MEMORY_OPTIMIZED = ON, DURABILITY = SCHEMA_ONLY)
