-- holds: table | kinds.ledger_one | table | "ledger":"append_only"
CREATE TABLE kinds.ledger_one (a int NOT NULL) WITH (LEDGER = ON (APPEND_ONLY = ON))
