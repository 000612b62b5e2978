-- holds: server | configuration | {"name":"nested triggers","value":"0","valueInUse":"1"}
-- undo: EXEC sp_configure N'nested triggers', 1
EXEC sp_configure N'nested triggers', 0
