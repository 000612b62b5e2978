-- holds: server | linkedServers | "dataSource":"far.example.com"
-- holds: server | linkedServers | "name":"kinds_linked"
-- undo: EXEC sp_dropserver @server = N'kinds_linked', @droplogins = N'droplogins'
EXEC sp_addlinkedserver @server = N'kinds_linked', @srvproduct = N'', @provider = N'MSOLEDBSQL', @datasrc = N'far.example.com'
