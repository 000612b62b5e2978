-- holds: table | kinds.temporal_one | table | {"history":{"name":"temporal_past","schema":"kinds"},"period":{"end":"until","start":"since"},"retention":"6 month","temporal":"system_versioned"}
-- holds: table | kinds.temporal_past | table | {"temporal":"history"}
CREATE TABLE kinds.temporal_one (a int NOT NULL PRIMARY KEY, since datetime2 GENERATED ALWAYS AS ROW START HIDDEN NOT NULL,
    until datetime2 GENERATED ALWAYS AS ROW END HIDDEN NOT NULL, PERIOD FOR SYSTEM_TIME (since, until))
WITH (SYSTEM_VERSIONING = ON (HISTORY_TABLE = kinds.temporal_past, HISTORY_RETENTION_PERIOD = 6 MONTHS))
