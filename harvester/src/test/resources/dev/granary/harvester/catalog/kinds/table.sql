-- holds: table | kinds.plain | columns | "name":"a"
CREATE TABLE kinds.plain (a int NULL)
