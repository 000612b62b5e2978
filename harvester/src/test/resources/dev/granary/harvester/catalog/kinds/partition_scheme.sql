-- holds: partition_scheme | kinds_numbers | partitionScheme | {"fileGroups":["PRIMARY"],"function":"kinds_by_number"}
CREATE PARTITION FUNCTION kinds_by_number (int) AS RANGE LEFT FOR VALUES (100)
GO
CREATE PARTITION SCHEME kinds_numbers AS PARTITION kinds_by_number ALL TO ([PRIMARY])
