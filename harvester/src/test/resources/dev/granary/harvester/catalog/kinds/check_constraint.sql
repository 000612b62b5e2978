-- holds: table | kinds.check_one | checks | "name":"ck_one"
CREATE TABLE kinds.check_one (a int NOT NULL CONSTRAINT ck_one CHECK (a > 0))
