-- holds: server | properties | "edition":"
-- holds: server | properties | "engineEdition":"
-- holds: server | properties | "productVersion":"
SELECT SERVERPROPERTY(N'Edition')
