-- holds: table | kinds.memory_one | table | {"durability":"schema_only","memoryOptimized":true}
CREATE TABLE kinds.memory_one (a int NOT NULL PRIMARY KEY NONCLUSTERED) WITH (MEMORY_OPTIMIZED = ON, DURABILITY = SCHEMA_ONLY)
