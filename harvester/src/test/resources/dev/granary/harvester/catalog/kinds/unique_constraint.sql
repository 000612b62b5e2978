-- holds: table | kinds.unique_one | keys | {"keys":[{"columns":[{"name":"a"}],"kind":"unique","type":"nonclustered"}]}
CREATE TABLE kinds.unique_one (a int NOT NULL UNIQUE)
