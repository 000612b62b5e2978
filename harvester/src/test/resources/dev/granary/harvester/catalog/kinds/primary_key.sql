-- holds: table | kinds.primary_one | keys | "kind":"primary_key","name":"pk_one","type":"nonclustered"
CREATE TABLE kinds.primary_one (a int NOT NULL CONSTRAINT pk_one PRIMARY KEY NONCLUSTERED)
