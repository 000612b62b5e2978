-- holds: table | kinds.lives_in | edgeConstraints | {"edgeConstraints":[{"connections":[{"fromSchema":"kinds","fromTable":"person","toSchema":"kinds","toTable":"city"}],"name":"ec_lives_in","onDelete":"cascade"}]}
CREATE TABLE kinds.person (a int NULL) AS NODE
GO
CREATE TABLE kinds.city (a int NULL) AS NODE
GO
CREATE TABLE kinds.lives_in (CONSTRAINT ec_lives_in CONNECTION (kinds.person TO kinds.city) ON DELETE CASCADE) AS EDGE
