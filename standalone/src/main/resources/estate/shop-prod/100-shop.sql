USE [shop]
GO
CREATE SCHEMA [web]
GO
CREATE SCHEMA [catalog]
GO
CREATE SCHEMA [Web]
GO
CREATE TYPE [catalog].[Sku] FROM varchar(40) NOT NULL
GO
CREATE TYPE [web].[BasketLines] AS TABLE (
	[Sku] [catalog].[Sku] NOT NULL PRIMARY KEY NONCLUSTERED,
	[Quantity] int NOT NULL,
	CHECK ([Quantity] > 0)
)
GO
CREATE SEQUENCE [web].[OrderNo] AS bigint START WITH 1 INCREMENT BY 1 CACHE 1000
GO
CREATE TABLE [catalog].[Category](
	[Id] int IDENTITY(1,1) NOT NULL PRIMARY KEY,
	[ParentId] int NULL REFERENCES [catalog].[Category]([Id]),
	[Slug] varchar(80) COLLATE Latin1_General_100_CI_AS NOT NULL UNIQUE,
	[Title] nvarchar(200) NOT NULL
)
GO
CREATE TABLE [catalog].[Product](
	[Id] int IDENTITY(1,1) NOT NULL PRIMARY KEY,
	[CategoryId] int NOT NULL REFERENCES [catalog].[Category]([Id]) ON DELETE CASCADE,
	[Sku] [catalog].[Sku] NOT NULL UNIQUE,
	[Title] nvarchar(200) NOT NULL,
	[Description] nvarchar(max) NULL,
	[Price] decimal(10, 2) NOT NULL DEFAULT 0,
	[price] decimal(10, 2) NULL,
	[TaxRate] decimal(4, 3) NOT NULL DEFAULT 0.19,
	[Gross] AS (CONVERT(decimal(12, 2), [Price] * (1 + [TaxRate]))) PERSISTED NOT NULL,
	[Tags] nvarchar(4000) NULL CHECK (isjson([Tags]) = 1),
	[Picture] varbinary(max) NULL,
	[CreatedAt] datetimeoffset(3) NOT NULL DEFAULT sysdatetimeoffset(),
	CHECK ([Price] >= 0)
)
GO
CREATE TABLE [catalog].[product](
	[id] int NOT NULL,
	[legacy] nvarchar(50) NULL
)
GO
CREATE TABLE [catalog].[Variant](
	[ProductId] int NOT NULL FOREIGN KEY REFERENCES [catalog].[Product]([Id]) ON DELETE CASCADE,
	[VariantNo] smallint NOT NULL,
	[Color] nvarchar(30) NULL,
	[Size] varchar(10) NULL,
	[Ean] char(13) NULL,
	PRIMARY KEY ([ProductId], [VariantNo] DESC)
)
GO
CREATE UNIQUE INDEX [UX_Variant_Ean] ON [catalog].[Variant]([Ean]) WHERE [Ean] IS NOT NULL
GO
CREATE INDEX [IX_Variant_Color] ON [catalog].[Variant]([Color], [Size] DESC) INCLUDE ([Ean])
GO
CREATE TABLE [web].[User](
	[Id] uniqueidentifier NOT NULL DEFAULT newsequentialid() PRIMARY KEY,
	[Email] nvarchar(320) COLLATE Latin1_General_100_CI_AS MASKED WITH (FUNCTION = 'email()') NOT NULL UNIQUE,
	[PasswordHash] varbinary(64) NOT NULL,
	[Salt] binary(16) NOT NULL,
	[DisplayName] nvarchar(100) NULL,
	[BornOn] date MASKED WITH (FUNCTION = 'default()') NULL,
	[Locked] bit NOT NULL DEFAULT 0,
	[LastSeen] datetime2 NULL
)
GO
CREATE TABLE [web].[Session](
	[Token] char(64) COLLATE Latin1_General_100_BIN2 NOT NULL PRIMARY KEY NONCLUSTERED,
	[UserId] uniqueidentifier NULL REFERENCES [web].[User]([Id]) ON DELETE SET NULL,
	[StartedAt] datetime2(0) NOT NULL DEFAULT sysutcdatetime(),
	[Ip] varbinary(16) NULL,
	[Data] nvarchar(max) NULL
)
GO
CREATE TABLE [web].[Order](
	[OrderNo] bigint NOT NULL DEFAULT NEXT VALUE FOR [web].[OrderNo],
	[UserId] uniqueidentifier NOT NULL,
	[PlacedAt] datetimeoffset(3) NOT NULL DEFAULT sysdatetimeoffset(),
	[State] varchar(12) NOT NULL DEFAULT 'new',
	[ShipTo] nvarchar(max) NULL,
	[Where] geography NULL,
	PRIMARY KEY ([OrderNo]),
	FOREIGN KEY ([UserId]) REFERENCES [web].[User]([Id]),
	CHECK ([State] IN ('new', 'paid', 'sent'))
)
GO
CREATE TABLE [web].[OrderItem](
	[OrderNo] bigint NOT NULL FOREIGN KEY REFERENCES [web].[Order]([OrderNo]) ON DELETE CASCADE,
	[LineNo] smallint NOT NULL,
	[ProductId] int NOT NULL,
	[VariantNo] smallint NOT NULL,
	[Quantity] int NOT NULL DEFAULT 1 CHECK ([Quantity] BETWEEN 1 AND 999),
	[Price] decimal(10, 2) NOT NULL,
	PRIMARY KEY ([OrderNo], [LineNo]),
	FOREIGN KEY ([ProductId], [VariantNo]) REFERENCES [catalog].[Variant]([ProductId], [VariantNo]) ON UPDATE CASCADE
)
GO
-- Differs from [web].[Order] in the schema's case only
CREATE TABLE [Web].[Order](
	[OrderNo] bigint NOT NULL PRIMARY KEY,
	[imported] datetime NULL
)
GO
CREATE TABLE [web].[PageView](
	[At] datetime2(3) NOT NULL,
	[Path] nvarchar(400) NOT NULL,
	[Token] char(64) NULL,
	[Milliseconds] int NULL
)
GO
CREATE CLUSTERED COLUMNSTORE INDEX [CCI_PageView] ON [web].[PageView]
GO
CREATE VIEW [catalog].[ProductList]
AS
SELECT p.[Sku], p.[Title], c.[Title] AS [Category], p.[Price], p.[Gross]
  FROM [catalog].[Product] AS p
  JOIN [catalog].[Category] AS c ON c.[Id] = p.[CategoryId]
GO
CREATE VIEW [catalog].[productlist]
AS
SELECT [legacy] FROM [catalog].[product]
GO
CREATE FUNCTION [web].[ItemsOf](@OrderNo bigint)
RETURNS TABLE
AS RETURN SELECT i.[LineNo], i.[Quantity], i.[Price], p.[Title]
  FROM [web].[OrderItem] AS i
  JOIN [catalog].[Product] AS p ON p.[Id] = i.[ProductId]
 WHERE i.[OrderNo] = @OrderNo
GO
CREATE FUNCTION [web].[Slugify](@Title nvarchar(200), @separator varchar(10) = '-')
RETURNS varchar(80)
AS
BEGIN
	RETURN LOWER(REPLACE(@Title, N' ', @separator));
END
GO
CREATE PROCEDURE [web].[Checkout]
	@UserId uniqueidentifier,
	@Lines [web].[BasketLines] READONLY,
	@OrderNo bigint OUTPUT,
	@Total decimal(12, 2) = 0 OUTPUT
AS
BEGIN
	SET NOCOUNT ON;
	SET @OrderNo = NEXT VALUE FOR [web].[OrderNo];
	INSERT INTO [web].[Order]([OrderNo], [UserId]) VALUES (@OrderNo, @UserId);
	INSERT INTO [web].[OrderItem]([OrderNo], [LineNo], [ProductId], [VariantNo], [Quantity], [Price])
	SELECT @OrderNo, ROW_NUMBER() OVER (ORDER BY l.[Sku]), p.[Id], 1, l.[Quantity], p.[Gross]
	  FROM @Lines AS l
	  JOIN [catalog].[Product] AS p ON p.[Sku] = l.[Sku];
	SELECT @Total = SUM([Quantity] * [Price]) FROM [web].[OrderItem] WHERE [OrderNo] = @OrderNo;
END
GO
CREATE TRIGGER [web].[OrderItem_touched] ON [web].[OrderItem] AFTER INSERT, DELETE
AS
IF @@ROWCOUNT = 0 RETURN;
UPDATE [web].[Order] SET [State] = 'new' WHERE [OrderNo] IN (SELECT [OrderNo] FROM inserted)
GO
CREATE SYNONYM [web].[Customer] FOR [web].[User]
GO
EXEC sp_addextendedproperty N'MS_Description', N'The shop''s catalogue', 'SCHEMA', 'catalog'
GO
EXEC sp_addextendedproperty N'MS_Description', N'What is sold', 'SCHEMA', 'catalog', 'TABLE', 'Product'
GO
EXEC sp_addextendedproperty N'MS_Description', N'Net, in EUR', 'SCHEMA', 'catalog', 'TABLE', 'Product', 'COLUMN', 'Price'
GO
EXEC sp_addextendedproperty N'MS_Description', N'Net, in whatever it was', 'SCHEMA', 'catalog', 'TABLE', 'Product', 'COLUMN', 'price'
GO
EXEC sp_addextendedproperty N'MS_Description', N'The table of the old shop', 'SCHEMA', 'catalog', 'TABLE', 'product'
GO
EXEC sp_addextendedproperty N'MS_Description', N'One GTIN, one variant', 'SCHEMA', 'catalog', 'TABLE', 'Variant', 'INDEX', 'UX_Variant_Ean'
GO
EXEC sp_addextendedproperty N'MS_Description', N'Cents matter', 'SCHEMA', 'web', 'PROCEDURE', 'Checkout', 'PARAMETER', '@Total'
GO
