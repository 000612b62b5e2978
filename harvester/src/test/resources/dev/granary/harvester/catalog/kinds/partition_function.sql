-- holds: partition_function | kinds_by_day | partitionFunction | {"boundaries":["2024-01-01","2025-01-01"],"right":true,"type":"date"}
CREATE PARTITION FUNCTION kinds_by_day (date) AS RANGE RIGHT FOR VALUES ('2024-01-01', '2025-01-01')
