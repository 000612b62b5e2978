-- holds: table | kinds.identity_one | columns | "identity":{"increment":"5","seed":"10"}
CREATE TABLE kinds.identity_one (a bigint IDENTITY(10, 5) NOT NULL)
