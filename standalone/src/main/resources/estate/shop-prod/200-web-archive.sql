USE [Web Archive [2019]]; 50% / "ä" 🛒]
GO
CREATE SCHEMA [2019/Q1]
GO
CREATE TABLE [2019/Q1].[Bestellung](
	[Nr] int NOT NULL PRIMARY KEY,
	[Straße] nvarchar(100) NULL,
	[Land] char(2) COLLATE Latin1_General_BIN NOT NULL DEFAULT 'DE',
	[Betrag (€)] decimal(12, 2) NOT NULL
)
GO
CREATE TABLE [2019/Q1].[Position](
	[Nr] int NOT NULL,
	[Zeile] int NOT NULL,
	[Artikel] nvarchar(60) NULL,
	[Menge] int NOT NULL DEFAULT 1,
	CONSTRAINT [PK Position] PRIMARY KEY ([Nr], [Zeile]),
	CONSTRAINT [FK Position → Bestellung] FOREIGN KEY ([Nr]) REFERENCES [2019/Q1].[Bestellung]([Nr])
)
GO
CREATE TABLE [dbo].[Bestellung](
	[Nr] int NOT NULL,
	[Grund] nvarchar(max) NULL
)
GO
CREATE VIEW [2019/Q1].[Umsatz]
AS
SELECT b.[Land], b.[Betrag (€)] AS [Betrag], p.[Artikel]
  FROM [2019/Q1].[Bestellung] AS b
  LEFT OUTER JOIN [2019/Q1].[Position] AS p ON p.[Nr] = b.[Nr]
GO
EXEC sp_addextendedproperty N'MS_Description', N'Closed on 2019-12-31; read only'
GO
