-- holds: table | kinds.filtered_one | indexes | "filter":"([a] IS NOT NULL)"
CREATE TABLE kinds.filtered_one (a int NULL)
GO
CREATE INDEX ix_filtered ON kinds.filtered_one (a) WHERE a IS NOT NULL
