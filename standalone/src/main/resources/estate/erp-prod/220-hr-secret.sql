-- The harvest's login has no VIEW DEFINITION here: it sees what it may SELECT or EXECUTE, and no text
USE [hr_secret]
GO
CREATE USER [granary_harvest] FOR LOGIN [granary_harvest]
GO
CREATE SCHEMA [hr]
GO
CREATE TABLE [hr].[employee](
	[employee_id] [int] IDENTITY(1,1) NOT NULL PRIMARY KEY,
	[name] [nvarchar](200) NOT NULL,
	[salary] [money] NULL,
	[manager_id] [int] NULL REFERENCES [hr].[employee]([employee_id])
)
GO
CREATE TABLE [hr].[review](
	[employee_id] [int] NOT NULL REFERENCES [hr].[employee]([employee_id]),
	[year] [smallint] NOT NULL,
	[text] [nvarchar](max) NULL
)
GO
CREATE TABLE [dbo].[holiday](
	[day] [date] NOT NULL,
	[region] [char](2) NOT NULL,
	[name] [nvarchar](80) NULL
)
GO
CREATE UNIQUE CLUSTERED INDEX [UCX_holiday] ON [dbo].[holiday]([day], [region])
GO
CREATE TABLE [dbo].[office](
	[code] [varchar](8) NOT NULL,
	[city] [nvarchar](80) COLLATE Latin1_General_CS_AS NULL,
	[opened_at] [datetimeoffset](0) NULL,
	[floor_plan] [varbinary](max) NULL
)
GO
CREATE VIEW [dbo].[phone_book]
AS
SELECT h.[day], h.[name] FROM [dbo].[holiday] AS h
GO
CREATE PROCEDURE [dbo].[book_holiday] @day date, @days tinyint = 1, @accepted bit OUTPUT
AS
SET @accepted = 1
GO
CREATE PROCEDURE [hr].[raise] @employee_id int, @percent decimal(5, 2)
AS
UPDATE [hr].[employee] SET [salary] = [salary] * (1 + @percent / 100) WHERE [employee_id] = @employee_id
GO
GRANT SELECT ON [dbo].[holiday] TO [granary_harvest]
GO
GRANT SELECT ON [dbo].[office] TO [granary_harvest]
GO
GRANT SELECT ON OBJECT::[dbo].[phone_book] TO [granary_harvest]
GO
GRANT EXECUTE ON [dbo].[book_holiday] TO [granary_harvest]
GO
