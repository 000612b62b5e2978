-- holds: database_trigger | kinds_guard | trigger | {"disabled":true,"events":["drop_table"]}
-- holds: database_trigger | kinds_guard | text | ON DATABASE
CREATE TRIGGER kinds_guard ON DATABASE FOR DROP_TABLE AS SET NOCOUNT ON
GO
DISABLE TRIGGER kinds_guard ON DATABASE
