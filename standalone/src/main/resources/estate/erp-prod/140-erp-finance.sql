USE [erp]
GO
CREATE TABLE [finance].[account](
	[account_no] [char](8) NOT NULL PRIMARY KEY,
	[parent_no] [char](8) NULL REFERENCES [finance].[account]([account_no]),
	[name] [nvarchar](120) NOT NULL,
	[kind] [varchar](9) NOT NULL,
	[opened_on] [date] NULL,
	[closed_on] [date] NULL,
	CHECK ([closed_on] IS NULL OR [closed_on] >= [opened_on]),
	CHECK ([kind] <> '')
)
GO
CREATE TABLE [finance].[period](
	[year] [smallint] NOT NULL,
	[month] [tinyint] NOT NULL,
	[closed_at] [datetime2](0) NULL,
	CONSTRAINT [PK_period] PRIMARY KEY CLUSTERED ([year] DESC, [month] DESC)
)
GO
CREATE TABLE [finance].[posting](
	[posting_no] [bigint] NOT NULL DEFAULT (NEXT VALUE FOR [finance].[posting_no]),
	[year] [smallint] NOT NULL,
	[month] [tinyint] NOT NULL,
	[debit_no] [char](8) NOT NULL,
	[credit_no] [char](8) NOT NULL,
	[amount] [ref].[amount] NOT NULL,
	[text] [nvarchar](250) NULL,
	[posted_at] [datetime2](7) NOT NULL DEFAULT (sysdatetime()),
	CONSTRAINT [PK_posting] PRIMARY KEY ([posting_no]),
	CONSTRAINT [FK_posting_period] FOREIGN KEY ([year], [month]) REFERENCES [finance].[period]([year], [month]),
	CONSTRAINT [FK_posting_debit] FOREIGN KEY ([debit_no]) REFERENCES [finance].[account]([account_no]),
	CONSTRAINT [FK_posting_credit] FOREIGN KEY ([credit_no]) REFERENCES [finance].[account]([account_no]),
	CONSTRAINT [CK_posting_accounts] CHECK ([debit_no] <> [credit_no])
)
GO
CREATE INDEX [IX_posting_period] ON [finance].[posting]([year], [month]) INCLUDE ([amount])
GO
CREATE TABLE [finance].[exchange_rate](
	[currency] [char](3) NOT NULL,
	[month_end] [date] NOT NULL,
	[rate] [decimal](18, 8) NOT NULL,
	PRIMARY KEY ([currency], [month_end])
)
GO
CREATE TABLE [finance].[bank_statement](
	[statement_id] [uniqueidentifier] NOT NULL DEFAULT (newid()),
	[account_no] [char](8) NOT NULL,
	[body] [xml] NOT NULL,
	[raw] [varbinary](max) NULL,
	[note] [nvarchar](max) NULL,
	CONSTRAINT [PK_bank_statement] PRIMARY KEY CLUSTERED ([statement_id])
)
GO
CREATE PRIMARY XML INDEX [PXML_bank_statement] ON [finance].[bank_statement]([body])
GO
CREATE TABLE [dbo].[settings](
	[name] [sysname] NOT NULL PRIMARY KEY,
	[value] [sql_variant] NULL,
	[changed_by] [sysname] NOT NULL DEFAULT (original_login())
)
GO
CREATE TABLE [dbo].[audit_log](
	[id] [bigint] IDENTITY(1,1) NOT NULL,
	[at] [datetime] NOT NULL DEFAULT (getutcdate()),
	[who] [nvarchar](256) NOT NULL DEFAULT N'unknown',
	[what] [varchar](10) NOT NULL,
	[table_name] [nvarchar](261) NOT NULL,
	[before] [nvarchar](max) NULL,
	[after] [nvarchar](max) NULL
)
GO
CREATE CLUSTERED INDEX [CX_audit_log] ON [dbo].[audit_log]([at] DESC, [id])
GO
-- A heap without any constraint, left over by an import
CREATE TABLE [dbo].[import_2019](
	[Column 0] [varchar](50) NULL,
	[Column 1] [varchar](50) NULL,
	[Column 2] [varchar](50) NULL,
	[loaded] [datetime] NULL
)
GO
CREATE TABLE [CORP\j.smith].[my.list](
	[id] [int] NULL,
	[what to do] [nvarchar](500) NULL
)
GO
-- Names that break careless tools
CREATE SCHEMA [odd.schema]
GO
CREATE SCHEMA [it's "quoted"]
GO
CREATE TABLE [dbo].[select](
	[from] [int] NOT NULL,
	[where] [int] NOT NULL,
	[order by] [nvarchar](10) NULL,
	[a]]b] [int] NULL,
	[[x]]] [int] NULL,
	[100%] [decimal](5, 2) NULL,
	[a/b\c] [varchar](1) NULL,
	[semi;colon] [bit] NULL,
	[quote'd "twice"] [int] NULL,
	[ leading and trailing ] [int] NULL,
	CONSTRAINT [PK select] PRIMARY KEY ([from], [where]),
	CONSTRAINT [CK; drop] CHECK ([100%] >= 0)
)
GO
CREATE TABLE [odd.schema].[table.with.dots](
	[id] [int] NOT NULL PRIMARY KEY,
	[parent id] [int] NULL,
	[größe] [float] NULL,
	[数量] [int] NULL,
	[🚚 truck] [nvarchar](20) NULL,
	FOREIGN KEY ([parent id]) REFERENCES [odd.schema].[table.with.dots] ([id])
)
GO
CREATE INDEX [IX 🚚] ON [odd.schema].[table.with.dots]([🚚 truck], [数量] DESC)
GO
CREATE TABLE [it's "quoted"].[a [b]] "c" 'd' /e\f; 100%](
	[id] [int] NOT NULL,
	[ref] [int] NULL,
	CONSTRAINT [PK it's] PRIMARY KEY ([id]),
	CONSTRAINT [FK it's] FOREIGN KEY ([ref]) REFERENCES [odd.schema].[table.with.dots] ([id])
)
GO
CREATE TABLE [dbo].[Größe Ω 表 🧾](
	[naïve] [int] NULL,
	[café] [nvarchar](3) NULL
)
GO
