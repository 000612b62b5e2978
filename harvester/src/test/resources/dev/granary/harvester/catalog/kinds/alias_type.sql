-- holds: alias_type | kinds.code | aliasType | {"type":"varchar(12)"}
CREATE TYPE kinds.code FROM varchar(12) NOT NULL
