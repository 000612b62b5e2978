-- holds: table | kinds.rowguid_one | columns | "rowGuid":true
CREATE TABLE kinds.rowguid_one (a uniqueidentifier ROWGUIDCOL NOT NULL)
