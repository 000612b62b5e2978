-- holds: table | kinds.column_one | columns | {"columns":[{"name":"a","type":"decimal(9,2)"},{"collation":"Latin1_General_BIN2","name":"b","nullable":true,"type":"nvarchar(30)"}]}
CREATE TABLE kinds.column_one (a decimal(9, 2) NOT NULL, b nvarchar(30) COLLATE Latin1_General_BIN2 NULL)
