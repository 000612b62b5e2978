-- Kept for the auditors, offline since the migration
USE [erp_archive]
GO
CREATE TABLE [dbo].[sales_order](
	[order_id] [int] NOT NULL PRIMARY KEY,
	[closed_on] [date] NULL
)
GO
CREATE TABLE [dbo].[old_invoice](
	[invoice_no] [varchar](20) NOT NULL PRIMARY KEY,
	[gross] [money] NOT NULL
)
GO
USE [master]
GO
ALTER DATABASE [erp_archive] SET OFFLINE WITH ROLLBACK IMMEDIATE
GO
