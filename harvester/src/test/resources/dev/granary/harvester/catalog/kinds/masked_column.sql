-- holds: table | kinds.masked_one | columns | "mask":"email()"
CREATE TABLE kinds.masked_one (a varchar(50) MASKED WITH (FUNCTION = 'email()') NULL)
