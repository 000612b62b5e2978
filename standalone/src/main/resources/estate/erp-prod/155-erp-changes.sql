-- What became of the first design; the catalogue shows only where it ended
USE [erp]
GO
ALTER TABLE [ref].[unit] ADD [symbol] [nvarchar](8) NULL, [rounding] [tinyint] NOT NULL DEFAULT ((2))
GO
-- Leaves a gap in column_id
ALTER TABLE [ref].[unit] DROP COLUMN [symbol]
GO
ALTER TABLE [stock].[warehouse] ALTER COLUMN [name] [nvarchar](100) NOT NULL
GO
EXEC sp_rename N'[purchasing].[supplier].[terms]', N'terms_days', N'COLUMN'
GO
-- The text goes on saying usp_cleanup
EXEC sp_rename N'[dbo].[usp_cleanup]', N'nightly_cleanup'
GO
CREATE TABLE [dbo].[scratch](
	[id] [int] NOT NULL PRIMARY KEY
)
GO
DROP TABLE [dbo].[scratch]
GO
