-- holds: table | kinds.searched_one | fulltext | "catalog":"kinds_texts"
CREATE FULLTEXT CATALOG kinds_texts
GO
CREATE TABLE kinds.searched_one (id int NOT NULL CONSTRAINT pk_searched_one PRIMARY KEY, body nvarchar(max) NULL)
GO
CREATE FULLTEXT INDEX ON kinds.searched_one (body LANGUAGE 1033) KEY INDEX pk_searched_one ON kinds_texts
