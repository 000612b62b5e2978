-- holds: table | kinds.edge_one | table | {"graph":"edge"}
CREATE TABLE kinds.edge_one (a int NULL) AS EDGE
