-- holds: table | kinds.column_set_one | columns | "columnSet":true
CREATE TABLE kinds.column_set_one (a int SPARSE NULL, everything xml COLUMN_SET FOR ALL_SPARSE_COLUMNS)
