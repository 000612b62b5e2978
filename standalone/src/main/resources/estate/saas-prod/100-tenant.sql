-- for each database: tenant_001 .. tenant_025
CREATE DATABASE [$(DATABASE)] COLLATE Latin1_General_100_CI_AS_SC
GO
USE [$(DATABASE)]
GO
CREATE SCHEMA [app]
GO
CREATE SCHEMA [billing]
GO
CREATE TYPE [app].[email] FROM nvarchar(320) NOT NULL
GO
CREATE TYPE [app].[id_list] AS TABLE ([id] bigint NOT NULL PRIMARY KEY)
GO
CREATE SEQUENCE [billing].[invoice_no] AS int START WITH 1 INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647
GO
CREATE TABLE [app].[plan](
	[code] varchar(20) NOT NULL PRIMARY KEY,
	[title] nvarchar(100) NOT NULL,
	[seats] int NOT NULL DEFAULT 5,
	[monthly] decimal(10, 2) NOT NULL DEFAULT 0.00,
	CHECK ([seats] > 0)
)
GO
CREATE TABLE [app].[account](
	[id] bigint IDENTITY(1,1) NOT NULL PRIMARY KEY,
	[name] nvarchar(200) NOT NULL,
	[plan_code] varchar(20) NOT NULL DEFAULT 'free' REFERENCES [app].[plan]([code]) ON UPDATE CASCADE,
	[time_zone] varchar(64) NULL DEFAULT 'UTC',
	[created_at] datetime2(3) NOT NULL DEFAULT sysutcdatetime(),
	[deleted_at] datetime2(3) NULL
)
GO
CREATE TABLE [app].[user](
	[id] bigint IDENTITY(1,1) NOT NULL PRIMARY KEY,
	[account_id] bigint NOT NULL REFERENCES [app].[account]([id]) ON DELETE CASCADE,
	[email] [app].[email] NOT NULL,
	[display_name] nvarchar(100) NULL,
	[password_hash] varbinary(64) NULL,
	[locale] varchar(12) NOT NULL DEFAULT 'en',
	[last_login] datetimeoffset(0) NULL,
	[row_version] rowversion NOT NULL,
	CONSTRAINT [UQ_user_email] UNIQUE ([account_id], [email])
)
GO
CREATE TABLE [app].[role](
	[id] smallint NOT NULL PRIMARY KEY,
	[name] varchar(40) NOT NULL UNIQUE,
	[rights] nvarchar(max) NULL
)
GO
CREATE TABLE [app].[user_role](
	[user_id] bigint NOT NULL REFERENCES [app].[user]([id]) ON DELETE CASCADE,
	[role_id] smallint NOT NULL REFERENCES [app].[role]([id]),
	[granted_at] datetime2(3) NOT NULL DEFAULT sysutcdatetime(),
	[granted_by] bigint NULL REFERENCES [app].[user]([id]),
	PRIMARY KEY ([user_id], [role_id])
)
GO
CREATE TABLE [app].[project](
	[id] bigint IDENTITY(1,1) NOT NULL PRIMARY KEY,
	[account_id] bigint NOT NULL,
	[key] varchar(10) NOT NULL,
	[title] nvarchar(200) NOT NULL,
	[settings] nvarchar(max) NULL CHECK (isjson([settings]) = 1),
	[archived] bit NOT NULL DEFAULT 0,
	CONSTRAINT [FK_project_account] FOREIGN KEY ([account_id]) REFERENCES [app].[account]([id]),
	CONSTRAINT [UQ_project_key] UNIQUE ([account_id], [key])
)
GO
CREATE INDEX [IX_project_active] ON [app].[project]([account_id]) INCLUDE ([key], [title]) WHERE [archived] = 0
GO
CREATE TABLE [app].[status](
	[project_id] bigint NOT NULL REFERENCES [app].[project]([id]),
	[code] varchar(20) NOT NULL,
	[position] smallint NOT NULL DEFAULT 0,
	[final] bit NOT NULL DEFAULT 0,
	PRIMARY KEY ([project_id], [code])
)
GO
CREATE TABLE [app].[ticket](
	[id] bigint IDENTITY(1,1) NOT NULL PRIMARY KEY NONCLUSTERED,
	[project_id] bigint NOT NULL,
	[number] int NOT NULL,
	[title] nvarchar(300) NOT NULL,
	[body] nvarchar(max) NULL,
	[status_code] varchar(20) NOT NULL DEFAULT 'open',
	[priority] tinyint NOT NULL DEFAULT 3 CHECK ([priority] >= 1 AND [priority] <= 5),
	[reporter_id] bigint NOT NULL REFERENCES [app].[user]([id]),
	[assignee_id] bigint NULL REFERENCES [app].[user]([id]),
	[parent_id] bigint NULL REFERENCES [app].[ticket]([id]),
	[due_on] date NULL,
	[estimate] decimal(6, 2) NULL,
	[spent] decimal(6, 2) NULL,
	[remaining] AS ([estimate]-[spent]),
	[created_at] datetime2(3) NOT NULL DEFAULT sysutcdatetime(),
	CONSTRAINT [FK_ticket_status] FOREIGN KEY ([project_id], [status_code]) REFERENCES [app].[status]([project_id], [code])
)
GO
CREATE UNIQUE CLUSTERED INDEX [UCX_ticket] ON [app].[ticket]([project_id], [number])
GO
CREATE INDEX [IX_ticket_assignee] ON [app].[ticket]([assignee_id], [created_at] DESC) INCLUDE ([title], [status_code])
GO
CREATE TABLE [app].[comment](
	[id] bigint IDENTITY(1,1) NOT NULL PRIMARY KEY,
	[ticket_id] bigint NOT NULL REFERENCES [app].[ticket]([id]) ON DELETE CASCADE,
	[author_id] bigint NOT NULL REFERENCES [app].[user]([id]),
	[body] nvarchar(max) NOT NULL,
	[written_at] datetime2(3) NOT NULL DEFAULT sysutcdatetime()
)
GO
CREATE TABLE [app].[attachment](
	[id] uniqueidentifier NOT NULL DEFAULT newid() PRIMARY KEY,
	[ticket_id] bigint NOT NULL REFERENCES [app].[ticket]([id]) ON DELETE CASCADE,
	[file_name] nvarchar(260) NOT NULL,
	[media_type] varchar(100) NOT NULL DEFAULT 'application/octet-stream',
	[bytes] varbinary(max) NULL,
	[sha256] binary(32) NULL
)
GO
CREATE TABLE [app].[tag](
	[id] int IDENTITY(1,1) NOT NULL PRIMARY KEY,
	[name] nvarchar(60) COLLATE Latin1_General_100_CS_AS NOT NULL UNIQUE,
	[color] char(7) NOT NULL DEFAULT '#808080'
)
GO
CREATE TABLE [app].[ticket_tag](
	[ticket_id] bigint NOT NULL REFERENCES [app].[ticket]([id]) ON DELETE CASCADE,
	[tag_id] int NOT NULL REFERENCES [app].[tag]([id]) ON DELETE CASCADE,
	PRIMARY KEY ([ticket_id], [tag_id])
)
GO
CREATE TABLE [app].[event](
	[id] bigint IDENTITY(1,1) NOT NULL,
	[at] datetime2(3) NOT NULL DEFAULT sysutcdatetime(),
	[user_id] bigint NULL,
	[verb] varchar(30) NOT NULL,
	[subject] varchar(60) NULL,
	[payload] nvarchar(max) NULL
)
GO
CREATE CLUSTERED INDEX [CX_event] ON [app].[event]([at], [id])
GO
CREATE TABLE [billing].[invoice](
	[invoice_no] int NOT NULL DEFAULT NEXT VALUE FOR [billing].[invoice_no] PRIMARY KEY,
	[account_id] bigint NOT NULL REFERENCES [app].[account]([id]),
	[month] date NOT NULL,
	[net] decimal(12, 2) NOT NULL DEFAULT 0,
	[tax_rate] decimal(4, 3) NOT NULL DEFAULT 0.19,
	[gross] AS (CAST([net] * (1 + [tax_rate]) AS decimal(12, 2))) PERSISTED NOT NULL,
	[paid_at] datetime2(0) NULL
)
GO
CREATE TABLE [billing].[invoice_line](
	[invoice_no] int NOT NULL REFERENCES [billing].[invoice]([invoice_no]) ON DELETE CASCADE,
	[line_no] smallint NOT NULL,
	[text] nvarchar(200) NOT NULL,
	[quantity] decimal(9, 2) NOT NULL DEFAULT 1,
	[price] decimal(10, 2) NOT NULL,
	PRIMARY KEY ([invoice_no], [line_no])
)
GO
CREATE TABLE [billing].[payment](
	[id] bigint IDENTITY(1,1) NOT NULL PRIMARY KEY,
	[invoice_no] int NOT NULL REFERENCES [billing].[invoice]([invoice_no]),
	[amount] decimal(12, 2) NOT NULL,
	[method] varchar(10) NOT NULL,
	[card] varchar(19) MASKED WITH (FUNCTION = 'partial(0, "****", 4)') NULL,
	[paid_at] datetimeoffset(3) NOT NULL DEFAULT sysdatetimeoffset(),
	CHECK ([method] IN ('card', 'transfer'))
)
GO
CREATE TABLE [dbo].[schema_version](
	[version] int NOT NULL PRIMARY KEY,
	[applied_at] datetime NOT NULL DEFAULT getdate(),
	[script] nvarchar(260) NULL
)
GO
CREATE VIEW [app].[open_ticket]
AS
SELECT t.[project_id], t.[number], t.[title], t.[priority], u.[display_name] AS [assignee]
  FROM [app].[ticket] AS t
  LEFT JOIN [app].[user] AS u ON u.[id] = t.[assignee_id]
 WHERE t.[status_code] <> 'done'
GO
CREATE FUNCTION [billing].[with_tax](@net decimal(12, 2), @rate decimal(4, 3))
RETURNS decimal(12, 2)
AS
BEGIN
	RETURN @net * (1 + @rate);
END
GO
CREATE FUNCTION [app].[tickets_of](@user_id bigint)
RETURNS TABLE
AS
RETURN SELECT t.[project_id], t.[number], t.[title], t.[due_on] FROM [app].[ticket] AS t WHERE t.[assignee_id] = @user_id
GO
CREATE PROCEDURE [app].[close_ticket] @ticket_id bigint, @user_id bigint, @comment nvarchar(max) = NULL
AS
BEGIN
	SET NOCOUNT ON;
	UPDATE [app].[ticket] SET [status_code] = 'done' WHERE [id] = @ticket_id;
	IF @comment IS NOT NULL
		INSERT INTO [app].[comment]([ticket_id], [author_id], [body]) VALUES (@ticket_id, @user_id, @comment);
END
GO
CREATE PROCEDURE [billing].[issue_invoice] @account_id bigint, @month date, @invoice_no int OUTPUT
AS
SET @invoice_no = NEXT VALUE FOR [billing].[invoice_no];
INSERT INTO [billing].[invoice]([invoice_no], [account_id], [month]) VALUES (@invoice_no, @account_id, @month);
GO
CREATE TRIGGER [app].[tr_ticket_event] ON [app].[ticket] AFTER UPDATE
AS
INSERT INTO [app].[event]([verb], [subject]) SELECT 'updated', CONVERT(varchar(60), [id]) FROM inserted
GO
CREATE SYNONYM [dbo].[tickets] FOR [app].[ticket]
GO
EXEC sp_addextendedproperty N'MS_Description', N'What is to be done', 'SCHEMA', 'app', 'TABLE', 'ticket'
GO
EXEC sp_addextendedproperty N'MS_Description', N'Counted within the project', 'SCHEMA', 'app', 'TABLE', 'ticket', 'COLUMN', 'number'
GO
EXEC sp_addextendedproperty N'MS_Description', N'1 is the most urgent', 'SCHEMA', 'app', 'TABLE', 'ticket', 'COLUMN', 'priority'
GO
