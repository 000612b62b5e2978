USE [erp]
GO
EXEC sys.sp_addextendedproperty @name=N'MS_Description', @value=N'The ERP of Granary Trading Ltd.'
GO
EXEC sys.sp_addextendedproperty @name=N'MS_Description', @value=N'Customers, orders and what is invoiced to them', @level0type=N'SCHEMA', @level0name=N'sales'
GO
EXEC sys.sp_addextendedproperty @name=N'MS_Description', @value=N'Belongs to J. Smith; may go when he does', @level0type=N'SCHEMA', @level0name=N'CORP\j.smith'
GO
EXEC sys.sp_addextendedproperty @name=N'MS_Description', @value=N'Who buys from us' , @level0type=N'SCHEMA',@level0name=N'sales', @level1type=N'TABLE',@level1name=N'customer'
GO
EXEC sys.sp_addextendedproperty @name=N'MS_Description', @value=N'Shown on every document; unique within a country' , @level0type=N'SCHEMA',@level0name=N'sales', @level1type=N'TABLE',@level1name=N'customer', @level2type=N'COLUMN',@level2name=N'number'
GO
EXEC sys.sp_addextendedproperty @name=N'MS_Description', @value=N'1 active, 2 blocked, 9 staff
(9 has no limit: it''s "trusted")' , @level0type=N'SCHEMA',@level0name=N'sales', @level1type=N'TABLE',@level1name=N'customer', @level2type=N'COLUMN',@level2name=N'status'
GO
EXEC sys.sp_addextendedproperty @name=N'Owner', @value=N'Sales IT' , @level0type=N'SCHEMA',@level0name=N'sales', @level1type=N'TABLE',@level1name=N'customer'
GO
EXEC sp_addextendedproperty N'MS_Description', N'Orders by customer that are still open', N'SCHEMA', N'sales', N'TABLE', N'sales_order', N'INDEX', N'IX_sales_order_open'
GO
EXEC sp_addextendedproperty N'MS_Description', N'Places an order with all its lines', 'SCHEMA', 'sales', 'PROCEDURE', 'place_order'
GO
EXEC sp_addextendedproperty N'MS_Description', N'Out: the new order', 'SCHEMA', 'sales', 'PROCEDURE', 'place_order', 'PARAMETER', '@order_id'
GO
EXEC sp_addextendedproperty N'MS_Description', N'Net of a line, without tax', 'SCHEMA', 'sales', 'FUNCTION', 'line_net'
GO
EXEC sp_addextendedproperty N'MS_Description', N'For the warehouse screens', 'SCHEMA', 'stock', 'VIEW', 'item_stock'
GO
EXEC sp_addextendedproperty N'MS_Description', N'Quantity that lies there now', 'SCHEMA', 'stock', 'VIEW', 'item_stock', 'COLUMN', 'on_hand'
GO
EXEC sp_addextendedproperty N'MS_Description', N'Numbers of sales orders', 'SCHEMA', 'sales', 'SEQUENCE', 'order_number'
GO
EXEC sp_addextendedproperty N'MS_Description', N'The item under its old name', 'SCHEMA', 'dbo', 'SYNONYM', 'article'
GO
EXEC sp_addextendedproperty N'MS_Description', N'Money with four decimals', 'SCHEMA', 'ref', 'TYPE', 'amount'
GO
EXEC sp_addextendedproperty N'MS_Description', N'An item is at home in one unit', 'SCHEMA', 'stock', 'TABLE', 'item', 'CONSTRAINT', 'FK_item_unit'
GO
EXEC sp_addextendedproperty N'MS_Description', N'表 with 数量 — and 🚚', 'SCHEMA', 'odd.schema', 'TABLE', 'table.with.dots'
GO
EXEC sp_addextendedproperty N'MS_Description', N'How many 🚚', 'SCHEMA', 'odd.schema', 'TABLE', 'table.with.dots', 'COLUMN', N'数量'
GO
-- Text that PostgreSQL cannot hold as it is: U+0000, and one half of a surrogate pair
DECLARE @with_nul nvarchar(100) = N'before' + NCHAR(0) + N'after'
EXEC sys.sp_addextendedproperty @name=N'MS_Description', @value=@with_nul, @level0type=N'SCHEMA', @level0name=N'dbo', @level1type=N'TABLE', @level1name=N'import_2019'
GO
DECLARE @half nvarchar(100)
SET @half = N'half a pair: ' + NCHAR(0xD800) + N'.'
EXEC sys.sp_addextendedproperty @name=N'MS_Description', @value=@half, @level0type=N'SCHEMA', @level0name=N'dbo', @level1type=N'TABLE', @level1name=N'import_2019', @level2type=N'COLUMN', @level2name=N'loaded'
GO
