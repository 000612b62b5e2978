USE [erp]
GO
CREATE TABLE [stock].[item_category](
	[node] [hierarchyid] NOT NULL,
	[name] [nvarchar](100) NOT NULL,
	[icon] [varbinary](max) NULL,
	CONSTRAINT [PK_item_category] PRIMARY KEY CLUSTERED ([node]),
	CONSTRAINT [UQ_item_category_name] UNIQUE NONCLUSTERED ([name] ASC)
)
GO
CREATE TABLE [stock].[item](
	[item_id] [int] IDENTITY(1,1) NOT NULL,
	[code] [varchar](30) NOT NULL,
	[name] [nvarchar](200) NOT NULL,
	[search_name] [nvarchar](200) COLLATE Latin1_General_100_CI_AI NULL,
	[name_suffix] [nvarchar](30) NULL,
	[category] [hierarchyid] NULL REFERENCES [stock].[item_category]([node]) ON DELETE SET NULL,
	[unit_code] [varchar](10) NOT NULL DEFAULT 'PCS',
	[net_weight] [decimal](12, 4) NULL,
	[gross_weight] [decimal](12, 4) NULL,
	[attributes] [xml] NULL,
	[active] [bit] NOT NULL DEFAULT (1),
	[tare] AS ([gross_weight]-[net_weight]),
	[label] AS (CONVERT([nvarchar](240),([name]+N' ')+[name_suffix])),
	[external_id] [uniqueidentifier] ROWGUIDCOL NOT NULL CONSTRAINT [DF_item_external_id] DEFAULT (newsequentialid()),
	PRIMARY KEY CLUSTERED ([item_id]),
	CONSTRAINT [UQ_item_code] UNIQUE ([code]),
	CONSTRAINT [CK_item_weights] CHECK ([gross_weight] >= [net_weight] OR [gross_weight] IS NULL),
	CHECK (len([code]) > 0)
)
GO
ALTER TABLE [stock].[item] WITH CHECK ADD CONSTRAINT [FK_item_unit] FOREIGN KEY([unit_code])
REFERENCES [ref].[unit] ([code])
ON UPDATE CASCADE
ON DELETE SET DEFAULT
GO
ALTER TABLE [stock].[item] CHECK CONSTRAINT [FK_item_unit]
GO
CREATE UNIQUE NONCLUSTERED INDEX [UX_item_external_id] ON [stock].[item]([external_id] ASC) WITH (FILLFACTOR = 90)
GO
CREATE NONCLUSTERED INDEX [IX_item_active_name] ON [stock].[item]([name] ASC, [item_id] DESC)
INCLUDE ([unit_code], [net_weight])
WHERE ([active]=(1))
GO
CREATE PRIMARY XML INDEX [PXML_item_attributes] ON [stock].[item]([attributes])
GO
CREATE TABLE [stock].[warehouse](
	[warehouse_id] [smallint] IDENTITY(10,10) NOT NULL,
	[code] [char](4) NOT NULL UNIQUE NONCLUSTERED,
	[name] [nvarchar](40) NULL,
	[location] [geography] NULL,
	[opens_at] [time](0) NULL,
	[closes_at] [time](0) NULL,
	CONSTRAINT [PK_warehouse] PRIMARY KEY CLUSTERED ([warehouse_id] ASC),
	CONSTRAINT [CK_warehouse_hours] CHECK ([closes_at] > [opens_at])
)
GO
CREATE SPATIAL INDEX [SI_warehouse_location] ON [stock].[warehouse]([location]) USING GEOGRAPHY_AUTO_GRID
GO
CREATE TABLE [stock].[bin](
	[warehouse_id] [smallint] NOT NULL,
	[aisle] [char](2) NOT NULL,
	[slot] [smallint] NOT NULL,
	[capacity] [numeric](10, 3) NULL,
	PRIMARY KEY CLUSTERED ([warehouse_id], [aisle], [slot]),
	FOREIGN KEY ([warehouse_id]) REFERENCES [stock].[warehouse]([warehouse_id]) ON DELETE CASCADE
)
GO
CREATE TABLE [stock].[stock_level](
	[item_id] [int] NOT NULL,
	[warehouse_id] [smallint] NOT NULL,
	[aisle] [char](2) NOT NULL,
	[slot] [smallint] NOT NULL,
	[on_hand] [decimal](18, 3) NOT NULL DEFAULT ((0)),
	[reserved] [decimal](18, 3) NOT NULL CONSTRAINT [DF_stock_level_reserved] DEFAULT ((0)),
	[available] AS ([on_hand]-[reserved]) PERSISTED,
	[counted_at] [datetimeoffset](3) NULL,
	[row_version] [timestamp] NOT NULL,
	CONSTRAINT [PK_stock_level] PRIMARY KEY NONCLUSTERED ([item_id], [warehouse_id], [aisle], [slot]),
	FOREIGN KEY ([warehouse_id], [aisle], [slot]) REFERENCES [stock].[bin]([warehouse_id], [aisle], [slot]),
	FOREIGN KEY ([item_id]) REFERENCES [stock].[item],
	CHECK ([reserved] <= [on_hand])
)
GO
CREATE CLUSTERED INDEX [CX_stock_level] ON [stock].[stock_level]([warehouse_id], [aisle], [slot])
GO
CREATE TABLE [stock].[movement](
	[movement_id] [bigint] IDENTITY(1,1) NOT NULL,
	[item_id] [int] NOT NULL,
	[warehouse_id] [smallint] NOT NULL,
	[quantity] [decimal](18, 3) NOT NULL,
	[moved_at] [datetime2](7) NOT NULL DEFAULT sysutcdatetime(),
	[reason] [varchar](12) NOT NULL,
	INDEX [CCI_movement] CLUSTERED COLUMNSTORE
)
GO
ALTER TABLE [stock].[movement] WITH NOCHECK ADD CONSTRAINT [FK_movement_item] FOREIGN KEY([item_id]) REFERENCES [stock].[item]([item_id])
GO
ALTER TABLE [stock].[movement] WITH CHECK ADD FOREIGN KEY([warehouse_id]) REFERENCES [stock].[warehouse]([warehouse_id])
GO
ALTER TABLE [stock].[movement] WITH NOCHECK ADD CONSTRAINT [CK_movement_reason] CHECK ([reason] IN ('receipt', 'issue', 'count'))
GO
ALTER TABLE [stock].[movement] NOCHECK CONSTRAINT [CK_movement_reason]
GO
-- A system-versioned price list; the history table is ours, so that its name and its index are too
CREATE TABLE [stock].[price_history](
	[item_id] [int] NOT NULL,
	[price_list] [varchar](10) NOT NULL,
	[price] [ref].[amount] NOT NULL,
	[valid_from] [datetime2](7) NOT NULL,
	[valid_to] [datetime2](7) NOT NULL
)
GO
CREATE CLUSTERED INDEX [IX_price_history] ON [stock].[price_history]([valid_to], [valid_from])
GO
CREATE TABLE [stock].[price](
	[item_id] [int] NOT NULL,
	[price_list] [varchar](10) NOT NULL,
	[price] [ref].[amount] NOT NULL,
	[valid_from] [datetime2](7) GENERATED ALWAYS AS ROW START HIDDEN NOT NULL,
	[valid_to] [datetime2](7) GENERATED ALWAYS AS ROW END HIDDEN NOT NULL,
	CONSTRAINT [PK_price] PRIMARY KEY CLUSTERED ([item_id], [price_list]),
	PERIOD FOR SYSTEM_TIME ([valid_from], [valid_to])
)
WITH (SYSTEM_VERSIONING = ON (HISTORY_TABLE = [stock].[price_history]))
GO
