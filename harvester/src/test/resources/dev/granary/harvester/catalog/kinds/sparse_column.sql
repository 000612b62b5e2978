-- holds: table | kinds.sparse_one | columns | "sparse":true
CREATE TABLE kinds.sparse_one (a int NOT NULL, b int SPARSE NULL)
