-- holds: PARTITION_STATS | kinds.measured_one | {"rows":3}
-- holds: ALLOCATION_UNITS | kinds.measured_one | {"rows":3}
-- holds: PARTITIONS | kinds.measured_one | {"rows":3}
CREATE TABLE kinds.measured_one (a int NOT NULL PRIMARY KEY)
GO
INSERT INTO kinds.measured_one (a) VALUES (1), (2), (3)
