-- holds: table | kinds.computed_one | columns | "persisted":true
CREATE TABLE kinds.computed_one (a int NOT NULL, b AS (a + 1) PERSISTED)
