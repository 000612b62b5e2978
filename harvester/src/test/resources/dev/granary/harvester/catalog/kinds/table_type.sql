-- holds: table_type | kinds.lines | columns | "defaultExpression":"((1))"
-- holds: table_type | kinds.lines | keys | "kind":"primary_key"
-- holds: table_type | kinds.lines | checks | "column":"q"
CREATE TYPE kinds.lines AS TABLE (n int NOT NULL PRIMARY KEY, q int NOT NULL DEFAULT ((1)) CHECK (q > 0))
