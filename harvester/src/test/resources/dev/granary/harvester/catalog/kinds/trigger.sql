-- holds: trigger | kinds.watch_one | trigger | {"events":["delete","insert"],"schema":"kinds","table":"watched_one"}
CREATE TABLE kinds.watched_one (a int NULL)
GO
CREATE TRIGGER kinds.watch_one ON kinds.watched_one AFTER INSERT, DELETE AS SET NOCOUNT ON
