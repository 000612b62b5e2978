-- holds: table | kinds.compressed_one | storage | {"indexes":[{"compression":[{"kind":"page"}],"role":"heap"}]}
CREATE TABLE kinds.compressed_one (a int NOT NULL) WITH (DATA_COMPRESSION = PAGE)
