-- The harvest's login may not enter here, whatever the server grants it
USE [payroll]
GO
CREATE TABLE [dbo].[salary](
	[employee_id] [int] NOT NULL PRIMARY KEY,
	[monthly] [money] NOT NULL
)
GO
CREATE USER [granary_harvest] FOR LOGIN [granary_harvest]
GO
DENY CONNECT TO [granary_harvest]
GO
CREATE USER [granary_query] FOR LOGIN [granary_query]
GO
DENY CONNECT TO [granary_query]
GO
