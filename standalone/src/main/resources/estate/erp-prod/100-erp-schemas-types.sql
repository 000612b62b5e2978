USE [erp]
GO
CREATE USER [granary_harvest] FOR LOGIN [granary_harvest]
GO
GRANT VIEW DEFINITION TO [granary_harvest]
GO
CREATE USER [granary_query] FOR LOGIN [granary_query]
GO
ALTER ROLE [db_datareader] ADD MEMBER [granary_query]
GO
CREATE SCHEMA [ref] AUTHORIZATION [dbo]
GO
CREATE SCHEMA [sales] AUTHORIZATION [dbo]
GO
CREATE SCHEMA [purchasing] AUTHORIZATION [dbo]
GO
CREATE SCHEMA [stock] AUTHORIZATION [dbo]
GO
CREATE SCHEMA [finance]
GO
CREATE SCHEMA [CORP\j.smith] AUTHORIZATION [dbo]
GO
-- Alias types
CREATE TYPE [ref].[amount] FROM [decimal](19, 4) NOT NULL
GO
CREATE TYPE [ref].[phone] FROM [nvarchar](32) NULL
GO
CREATE TYPE [dbo].[flag] FROM bit NOT NULL
GO
CREATE TYPE [ref].[order number] FROM varchar(24)
GO
-- Table types
CREATE TYPE [sales].[order_line_list] AS TABLE(
	[line_no] [int] NOT NULL,
	[item_code] [varchar](30) NOT NULL,
	[quantity] [decimal](18, 3) NOT NULL DEFAULT ((1)),
	[unit_price] [ref].[amount] NOT NULL,
	[comment] [nvarchar](400) NULL,
	PRIMARY KEY CLUSTERED ([line_no] ASC),
	INDEX [ix_item] NONCLUSTERED ([item_code]),
	CHECK ([quantity]>(0))
)
GO
CREATE TYPE [dbo].[id_list] AS TABLE (id bigint NOT NULL PRIMARY KEY)
GO
CREATE TYPE dbo.name_pairs AS TABLE (
	[key] nvarchar(128) NOT NULL,
	[value] nvarchar(max) NULL,
	UNIQUE NONCLUSTERED ([key] DESC)
)
GO
-- Sequences
CREATE SEQUENCE [sales].[order_number] AS [int] START WITH 100000 INCREMENT BY 1 MINVALUE 100000 MAXVALUE 999999 CACHE 50
GO
CREATE SEQUENCE [finance].[posting_no]
GO
CREATE SEQUENCE [stock].[pick_slot] AS [tinyint] START WITH 1 INCREMENT BY 1 MINVALUE 1 MAXVALUE 24 CYCLE CACHE 10
GO
CREATE SEQUENCE [finance].[countdown] AS decimal(12, 0) START WITH 500 INCREMENT BY -5 MINVALUE -1000 MAXVALUE 500 CACHE 20
GO
