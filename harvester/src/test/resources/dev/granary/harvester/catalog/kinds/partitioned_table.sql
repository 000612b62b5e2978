-- holds: table | kinds.partitioned_one | storage | {"indexes":[{"dataSpace":"kinds_ids","index":"cx_partitioned","partitionColumn":"id"}]}
CREATE PARTITION FUNCTION kinds_by_id (int) AS RANGE LEFT FOR VALUES (10, 20)
GO
CREATE PARTITION SCHEME kinds_ids AS PARTITION kinds_by_id ALL TO ([PRIMARY])
GO
CREATE TABLE kinds.partitioned_one (id int NOT NULL)
GO
CREATE CLUSTERED INDEX cx_partitioned ON kinds.partitioned_one (id) ON kinds_ids (id)
