-- holds: schema | other | schema | "owner":"dbo"
CREATE SCHEMA other AUTHORIZATION dbo
