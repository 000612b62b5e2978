USE [erp]
GO
CREATE TABLE [sales].[customer](
	[customer_id] [int] IDENTITY(1000,1) NOT NULL,
	[number] [nvarchar](20) NOT NULL,
	[name] [nvarchar](200) NOT NULL,
	[email] [varchar](254) MASKED WITH (FUNCTION = 'email()') NULL,
	[phone] [ref].[phone] NULL,
	[tax_id] [varchar](20) MASKED WITH (FUNCTION = 'partial(2, "XXXX", 2)') NULL,
	[birth_date] [date] MASKED WITH (FUNCTION = 'default()') NULL,
	[country_code] [char](2) NOT NULL FOREIGN KEY REFERENCES [ref].[country] ([code]),
	[currency_code] [char](3) COLLATE Latin1_General_BIN2 NOT NULL DEFAULT 'EUR' REFERENCES [ref].[currency] ([code]),
	[credit_limit] [ref].[amount] NOT NULL DEFAULT (0),
	[balance] [money] NOT NULL CONSTRAINT [DF_customer_balance] DEFAULT (0.00),
	[discount] [decimal](5, 4) NOT NULL DEFAULT -0.5 CHECK ([discount] >= -1.0 AND [discount] <= 1.0),
	[parent_id] [int] NULL,
	[status] [tinyint] NOT NULL DEFAULT ((1)),
	[created_at] [datetime2](3) NOT NULL DEFAULT (getdate()),
	[created_by] [sysname] NOT NULL DEFAULT (suser_sname()),
	[notes] [nvarchar](max) NULL,
	[row_version] [rowversion] NOT NULL,
	CONSTRAINT [PK_customer] PRIMARY KEY CLUSTERED ([customer_id] ASC) WITH (PAD_INDEX = OFF, IGNORE_DUP_KEY = OFF, ALLOW_ROW_LOCKS = ON) ON [PRIMARY],
	UNIQUE NONCLUSTERED ([country_code] ASC, [number] ASC),
	CONSTRAINT [FK_customer_parent] FOREIGN KEY ([parent_id]) REFERENCES [sales].[customer] ([customer_id]),
	CONSTRAINT [CK_customer_status] CHECK ([status] IN (1, 2, 9)),
	CHECK ([credit_limit] >= 0 AND ([balance] <= [credit_limit] OR [status] = 9))
) ON [PRIMARY] TEXTIMAGE_ON [PRIMARY]
GO
CREATE NONCLUSTERED INDEX [IX_customer_parent] ON [sales].[customer] ([parent_id] ASC) WHERE [parent_id] IS NOT NULL
GO
CREATE NONCLUSTERED INDEX [IX_customer_name] ON [sales].[customer] ([name])
GO
ALTER INDEX [IX_customer_name] ON [sales].[customer] DISABLE
GO
CREATE TABLE [sales].[address](
	[customer_id] [int] NOT NULL,
	[kind] [char](1) NOT NULL,
	[line1] [nvarchar](120) NOT NULL,
	[line2] [nvarchar](120) NULL,
	[postal_code] [varchar](12) NULL,
	[city] [nvarchar](80) NOT NULL,
	[country_code] [char](2) NOT NULL,
	[valid_since] [smalldatetime] NULL,
	PRIMARY KEY ([customer_id], [kind])
)
GO
ALTER TABLE [sales].[address] WITH CHECK ADD FOREIGN KEY([customer_id]) REFERENCES [sales].[customer] ([customer_id]) ON DELETE CASCADE ON UPDATE CASCADE
GO
ALTER TABLE [sales].[address] WITH CHECK ADD CONSTRAINT [FK_address_country] FOREIGN KEY([country_code]) REFERENCES [ref].[country] ([code])
GO
ALTER TABLE [sales].[address] NOCHECK CONSTRAINT [FK_address_country]
GO
ALTER TABLE [sales].[address] ADD CONSTRAINT [DF_address_country] DEFAULT ('DE') FOR [country_code]
GO
ALTER TABLE [sales].[address] WITH CHECK ADD CHECK (([kind]='B' OR [kind]='S'))
GO
CREATE TABLE [sales].[sales_order](
	[order_id] [int] NOT NULL CONSTRAINT [DF_sales_order_id] DEFAULT (NEXT VALUE FOR [sales].[order_number]),
	[customer_id] [int] NOT NULL,
	[ship_to_kind] [char](1) NULL,
	[ordered_at] [datetimeoffset](3) NOT NULL DEFAULT (sysdatetimeoffset()),
	[due_on] [date] NULL,
	[reference] [ref].[order number] NULL,
	[status] [varchar](10) NOT NULL DEFAULT ('open'),
	[sub_total] [money] NOT NULL DEFAULT ((0.00)),
	[tax_amount] [money] NOT NULL DEFAULT ((0.00)),
	[freight] [money] NOT NULL DEFAULT ((0.00)),
	[total_due] AS (isnull(([sub_total]+[tax_amount])+[freight],(0))),
	[document] [xml] NULL,
	CONSTRAINT [PK_sales_order] PRIMARY KEY CLUSTERED ([order_id]),
	CONSTRAINT [FK_sales_order_customer] FOREIGN KEY ([customer_id]) REFERENCES [sales].[customer] ([customer_id]),
	CONSTRAINT [FK_sales_order_ship_to] FOREIGN KEY ([customer_id], [ship_to_kind]) REFERENCES [sales].[address] ([customer_id], [kind])
)
GO
CREATE NONCLUSTERED INDEX [IX_sales_order_open] ON [sales].[sales_order] ([customer_id], [ordered_at] DESC) INCLUDE ([status], [due_on]) WHERE [status] = 'open'
GO
CREATE NONCLUSTERED COLUMNSTORE INDEX [NCCI_sales_order] ON [sales].[sales_order] ([customer_id], [ordered_at], [sub_total])
GO
CREATE TABLE [sales].[order_line](
	[order_id] [int] NOT NULL,
	[line_no] [smallint] NOT NULL,
	[item_id] [int] NOT NULL,
	[quantity] [decimal](18, 3) NOT NULL,
	[unit_price] [ref].[amount] NOT NULL,
	[discount_percent] [decimal](5, 2) NOT NULL DEFAULT ((0)),
	[line_total] AS (CONVERT(decimal(19, 4), ([quantity] * [unit_price]) * (1 - [discount_percent] / 100))) PERSISTED NOT NULL,
	[promised_on] [date] NULL,
	CONSTRAINT [PK_order_line] PRIMARY KEY CLUSTERED ([order_id] ASC, [line_no] ASC),
	FOREIGN KEY ([order_id]) REFERENCES [sales].[sales_order] ([order_id]) ON DELETE CASCADE,
	FOREIGN KEY ([item_id]) REFERENCES [stock].[item] ([item_id]),
	CHECK ([quantity] > 0)
)
GO
CREATE TABLE [sales].[shipment](
	[shipment_id] [int] IDENTITY(1,1) NOT FOR REPLICATION NOT NULL PRIMARY KEY NONCLUSTERED,
	[warehouse_id] [smallint] NOT NULL,
	[shipped_at] [datetime] NULL,
	[carrier] [nvarchar](60) NULL,
	[tracking] [varchar](60) SPARSE NULL,
	[route] [geography] NULL,
	CONSTRAINT [FK_shipment_warehouse] FOREIGN KEY ([warehouse_id]) REFERENCES [stock].[warehouse] ([warehouse_id])
)
GO
CREATE UNIQUE CLUSTERED INDEX [CX_shipment] ON [sales].[shipment] ([warehouse_id], [shipment_id] DESC)
GO
CREATE TABLE [sales].[shipment_line](
	[shipment_id] [int] NOT NULL,
	[order_id] [int] NOT NULL,
	[line_no] [smallint] NOT NULL,
	[quantity] [decimal](18, 3) NOT NULL,
	PRIMARY KEY ([shipment_id], [order_id], [line_no]),
	CONSTRAINT [FK_shipment_line_shipment] FOREIGN KEY ([shipment_id]) REFERENCES [sales].[shipment] ([shipment_id]) ON DELETE CASCADE,
	CONSTRAINT [FK_shipment_line_order_line] FOREIGN KEY ([order_id], [line_no]) REFERENCES [sales].[order_line] ([order_id], [line_no])
)
GO
CREATE TABLE [sales].[invoice](
	[invoice_no] [varchar](20) NOT NULL,
	[order_id] [int] NULL,
	[issued_on] [date] NOT NULL,
	[gross] [ref].[amount] NOT NULL,
	[pdf] [varbinary](max) NULL,
	[checksum] [binary](32) NULL,
	[paid] [bit] NOT NULL DEFAULT ((0)),
	PRIMARY KEY ([invoice_no]),
	FOREIGN KEY ([order_id]) REFERENCES [sales].[sales_order] ([order_id]) ON UPDATE SET NULL
)
GO
-- The same table name as in the schema sales, on purpose
CREATE TABLE [purchasing].[invoice](
	[invoice_no] [nvarchar](40) NOT NULL,
	[supplier_id] [int] NOT NULL,
	[received_at] [datetime2](0) NOT NULL,
	[amount] [ref].[amount] NOT NULL,
	CONSTRAINT [PK_purchasing_invoice] PRIMARY KEY CLUSTERED ([supplier_id], [invoice_no])
)
GO
CREATE TABLE [purchasing].[supplier](
	[supplier_id] [int] IDENTITY(1,1) NOT NULL PRIMARY KEY,
	[name] [nvarchar](200) NOT NULL,
	[iban] [varchar](34) MASKED WITH (FUNCTION = 'partial(4, "****", 4)') NULL,
	[rating] [real] NULL CHECK ([rating] >= 0 AND [rating] <= 5),
	[terms] [smallint] NOT NULL DEFAULT ((30)),
	[replaced_by] [int] NULL FOREIGN KEY REFERENCES [purchasing].[supplier] ([supplier_id])
)
GO
CREATE TABLE [purchasing].[purchase_order](
	[po_id] [bigint] IDENTITY(-9000000000,10) NOT NULL,
	[supplier_id] [int] NOT NULL,
	[ordered_on] [date] NOT NULL DEFAULT (CONVERT([date],getdate())),
	[confirmed] [bit] NULL,
	[lines] [xml] NULL,
	CONSTRAINT [PK_purchase_order] PRIMARY KEY ([po_id]),
	CONSTRAINT [FK_purchase_order_supplier] FOREIGN KEY ([supplier_id]) REFERENCES [purchasing].[supplier] ([supplier_id]) ON UPDATE NO ACTION ON DELETE NO ACTION
)
GO
ALTER TABLE [purchasing].[invoice] WITH NOCHECK ADD FOREIGN KEY([supplier_id]) REFERENCES [purchasing].[supplier] ([supplier_id])
GO
