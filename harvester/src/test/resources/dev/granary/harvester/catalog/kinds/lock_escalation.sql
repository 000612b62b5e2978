-- holds: table | kinds.escalating_one | table | {"lockEscalation":"disable"}
CREATE TABLE kinds.escalating_one (a int NULL)
GO
ALTER TABLE kinds.escalating_one SET (LOCK_ESCALATION = DISABLE)
