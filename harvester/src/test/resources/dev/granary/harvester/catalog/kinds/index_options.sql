-- holds: table | kinds.filled_one | storage | {"indexes":[{"fillFactor":70,"index":"ix_filled","padded":true,"pageLocksOff":true}]}
CREATE TABLE kinds.filled_one (a int NOT NULL)
GO
CREATE INDEX ix_filled ON kinds.filled_one (a) WITH (FILLFACTOR = 70, PAD_INDEX = ON, ALLOW_PAGE_LOCKS = OFF)
