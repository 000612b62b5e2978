-- holds: table_type | kinds.memory_lines | table | {"memoryOptimized":true}
CREATE TYPE kinds.memory_lines AS TABLE (n int NOT NULL, INDEX ix_n HASH (n) WITH (BUCKET_COUNT = 8)) WITH (MEMORY_OPTIMIZED = ON)
