-- holds: table | kinds.node_one | table | {"graph":"node"}
CREATE TABLE kinds.node_one (a int NULL) AS NODE
