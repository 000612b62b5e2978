-- The two logins that Granary uses on this server. Passwords come from variables, as with sqlcmd -v.
USE [master]
GO
CREATE LOGIN [granary_harvest] WITH PASSWORD = N'$(HARVEST_PASSWORD)', DEFAULT_DATABASE = [master], CHECK_EXPIRATION = OFF, CHECK_POLICY = ON
GO
GRANT CONNECT ANY DATABASE TO [granary_harvest]
GRANT VIEW ANY DATABASE TO [granary_harvest]
GRANT VIEW ANY DEFINITION TO [granary_harvest]
-- For sizes; nothing of it lets a login read rows
GRANT VIEW SERVER PERFORMANCE STATE TO [granary_harvest]
GO
CREATE LOGIN [granary_query] WITH PASSWORD = N'$(QUERY_PASSWORD)', DEFAULT_DATABASE = [master], CHECK_EXPIRATION = OFF, CHECK_POLICY = ON
GO
GRANT CONNECT ANY DATABASE TO [granary_query]
GRANT VIEW ANY DATABASE TO [granary_query]
GRANT SELECT ALL USER SECURABLES TO [granary_query]
GO
