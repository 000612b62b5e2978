USE [erp]
GO
-- Open orders with the name of their customer
CREATE VIEW [sales].[open_order]
AS
SELECT o.[order_id], o.[ordered_at], o.[due_on], c.[number] AS [customer_number], c.[name] AS [customer_name]
  FROM [sales].[sales_order] AS o
  JOIN [sales].[customer] AS c ON c.[customer_id] = o.[customer_id]
 WHERE o.[status] = 'open'
GO
CREATE VIEW [stock].[item_stock]
WITH SCHEMABINDING
AS
SELECT s.[item_id], s.[warehouse_id], s.[aisle], s.[slot], s.[on_hand], i.[code], i.[search_name]
  FROM [stock].[stock_level] AS s
 INNER JOIN [stock].[item] AS i ON i.[item_id] = s.[item_id]
GO
CREATE UNIQUE CLUSTERED INDEX [UCX_item_stock] ON [stock].[item_stock]([item_id], [warehouse_id], [aisle], [slot])
GO
CREATE NONCLUSTERED INDEX [IX_item_stock_code] ON [stock].[item_stock]([code] DESC)
GO
CREATE VIEW [purchasing].[supplier_invoice]([supplier], [invoice], [amount])
AS
SELECT s.[name], i.[invoice_no], i.[amount]
  FROM [purchasing].[supplier] s
  LEFT JOIN [purchasing].[invoice] i ON i.[supplier_id] = s.[supplier_id]
GO
CREATE VIEW [it's "quoted"].[view; of 100%]
AS
SELECT t.[数量], t.[🚚 truck] AS [🚚] FROM [odd.schema].[table.with.dots] AS t
GO
CREATE FUNCTION [sales].[line_net](@quantity decimal(18, 3), @unit_price [ref].[amount], @discount decimal(5, 2) = 0)
RETURNS decimal(19, 4)
WITH SCHEMABINDING
AS
BEGIN
	RETURN @quantity * @unit_price * (1 - @discount / 100);
END
GO
CREATE FUNCTION [dbo].[iso_week](@day date) RETURNS tinyint
AS
BEGIN
	DECLARE @week tinyint = DATEPART(iso_week, @day);
	IF @week IS NULL RETURN 0;
	RETURN @week;
END
GO
CREATE FUNCTION [dbo].[initials](@name nvarchar(max))
RETURNS nvarchar(10)
AS
BEGIN
	RETURN LEFT(LTRIM(@name), 1); -- good enough for a badge
END
GO
CREATE FUNCTION [sales].[orders_of](@customer_id int)
RETURNS TABLE
AS
RETURN
(
	SELECT o.[order_id], o.[due_on], o.[status] AS [order_status]
	  FROM [sales].[sales_order] AS o
	 WHERE o.[customer_id] = @customer_id
)
GO
CREATE FUNCTION [finance].[balance_sheet](@year smallint, @until tinyint = 12)
RETURNS @sheet TABLE
(
	[account_no] char(8) NOT NULL PRIMARY KEY,
	[name] nvarchar(120) NULL,
	[balance] decimal(19, 4) NULL,
	[as_of] datetime2(0) NOT NULL
)
AS
BEGIN
	INSERT INTO @sheet
	SELECT a.[account_no], a.[name], SUM(p.[amount]), SYSDATETIME()
	  FROM [finance].[account] AS a
	  LEFT JOIN [finance].[posting] AS p ON p.[debit_no] = a.[account_no] AND p.[year] = @year AND p.[month] <= @until
	 GROUP BY a.[account_no], a.[name];
	RETURN;
END
GO
CREATE PROCEDURE [sales].[place_order]
	@customer_id int,
	@lines [sales].[order_line_list] READONLY,
	@reference [ref].[order number] = NULL,
	@due_on date = '2099-12-31',
	@order_id int = NULL OUTPUT
AS
BEGIN
	SET NOCOUNT ON;
	SET XACT_ABORT ON;
	BEGIN TRANSACTION;
	SET @order_id = NEXT VALUE FOR [sales].[order_number];
	INSERT INTO [sales].[sales_order]([order_id], [customer_id], [reference], [due_on])
	VALUES (@order_id, @customer_id, @reference, @due_on);
	INSERT INTO [sales].[order_line]([order_id], [line_no], [item_id], [quantity], [unit_price])
	SELECT @order_id, l.[line_no], i.[item_id], l.[quantity], l.[unit_price]
	  FROM @lines AS l
	  JOIN [stock].[item] AS i ON i.[code] = l.[item_code];
	COMMIT TRANSACTION;
END
GO
CREATE PROC [finance].[close_period] @year smallint, @month tinyint, @closed_at datetime2(0) OUT
WITH EXECUTE AS OWNER
AS
UPDATE [finance].[period] SET @closed_at = [closed_at] = SYSDATETIME() WHERE [year] = @year AND [month] = @month
GO
CREATE PROCEDURE [dbo].[usp_cleanup]
AS
DELETE FROM [dbo].[audit_log] WHERE [at] < DATEADD(year, -7, GETUTCDATE())
GO
CREATE PROCEDURE [finance].[secret_scoring]
	@customer_id int,
	@score decimal(9, 4) OUTPUT
WITH ENCRYPTION
AS
SELECT @score = [credit_limit] / NULLIF([balance], 0) FROM [sales].[customer] WHERE [customer_id] = @customer_id
GO
CREATE PROCEDURE [dbo].[sp "odd" (v2)] @größe nvarchar(30), @ids [dbo].[id_list] READONLY
AS
/* What a careless splitter trips over: the word GO, a ; and an unclosed ' in a comment */
SELECT N'it''s; "fine" -- not a comment', [id] FROM @ids WHERE @größe <> N''
GO
CREATE TRIGGER [sales].[tr_order_audit] ON [sales].[sales_order]
AFTER INSERT, UPDATE, DELETE
AS
BEGIN
	SET NOCOUNT ON;
	INSERT INTO [dbo].[audit_log]([what], [table_name])
	SELECT 'write', N'[sales].[sales_order]';
END
GO
CREATE TRIGGER [sales].[tr_order_due] ON [sales].[sales_order] FOR UPDATE
AS
IF UPDATE([due_on]) RAISERROR(N'The due date moved', 10, 1)
GO
DISABLE TRIGGER [sales].[tr_order_due] ON [sales].[sales_order]
GO
CREATE TRIGGER [sales].[tr_open_order_update] ON [sales].[open_order]
INSTEAD OF UPDATE
AS
UPDATE o SET o.[due_on] = i.[due_on]
  FROM [sales].[sales_order] AS o
  JOIN inserted AS i ON i.[order_id] = o.[order_id]
GO
CREATE TRIGGER [dbo].[tr settings] ON [dbo].[settings] INSTEAD OF DELETE AS ROLLBACK TRANSACTION
GO
-- Synonyms of one to four parts
CREATE SYNONYM [dbo].[article] FOR [item]
GO
CREATE SYNONYM [dbo].[customers] FOR [sales].[customer]
GO
CREATE SYNONYM [sales].[old_orders] FOR [erp_archive].[dbo].[sales_order]
GO
CREATE SYNONYM [dbo].[web.orders] FOR [SHOP-PROD].[shop].[web].[Order]
GO
CREATE SYNONYM [dbo].[archive default schema] FOR [erp_archive]..[old_invoice]
GO
