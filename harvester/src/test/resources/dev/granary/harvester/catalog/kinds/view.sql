-- holds: view | kinds.seen_one | text | CREATE VIEW kinds.seen_one AS SELECT 1 AS a
CREATE VIEW kinds.seen_one AS SELECT 1 AS a
