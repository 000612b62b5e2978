-- holds: database | $database | database | "readCommittedSnapshot":true
ALTER DATABASE CURRENT SET READ_COMMITTED_SNAPSHOT ON
