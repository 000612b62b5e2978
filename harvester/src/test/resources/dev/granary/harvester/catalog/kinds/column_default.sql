-- holds: table | kinds.default_one | columns | "defaultExpression":"((7))","defaultName":"df_a"
CREATE TABLE kinds.default_one (a int NOT NULL CONSTRAINT df_a DEFAULT ((7)))
