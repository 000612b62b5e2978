-- A database with something of everything that the first store's format could and could not say, as it was at its first harvest.
CREATE DATABASE shop
GO
USE shop
GO
CREATE SCHEMA sales
GO
CREATE SCHEMA stock
GO
CREATE TYPE sales.code FROM varchar(12) NOT NULL
GO
CREATE TYPE sales.lines AS TABLE (
    line_no int NOT NULL PRIMARY KEY,
    code sales.code NOT NULL,
    quantity decimal(18, 3) NOT NULL DEFAULT ((1)) CHECK (quantity > 0),
    INDEX ix_code NONCLUSTERED (code))
GO
CREATE SEQUENCE sales.numbers AS bigint START WITH 100 INCREMENT BY 5 MINVALUE 1 MAXVALUE 99999 CYCLE CACHE 20
GO
CREATE TABLE sales.customer (
    id int IDENTITY(1, 1) NOT NULL,
    name nvarchar(100) COLLATE Latin1_General_BIN2 NOT NULL,
    email varchar(200) MASKED WITH (FUNCTION = 'email()') NULL,
    tax_id varchar(20) MASKED WITH (FUNCTION = 'partial(2, "XXXX", 2)') NULL,
    shown AS (upper(name)),
    kept AS (CONVERT(nvarchar(240), name + N' ' + name)) PERSISTED,
    code sales.code,
    created datetime2(3) NOT NULL DEFAULT (sysutcdatetime()),
    status tinyint NOT NULL CONSTRAINT df_status DEFAULT ((1)),
    note varchar(60) SPARSE NULL,
    external_id uniqueidentifier ROWGUIDCOL NOT NULL DEFAULT (newsequentialid()),
    document xml NULL,
    place geography NULL,
    row_version rowversion NOT NULL,
    CONSTRAINT pk_customer PRIMARY KEY CLUSTERED (id) WITH (DATA_COMPRESSION = PAGE, FILLFACTOR = 90),
    UNIQUE (name))
GO
CREATE PRIMARY XML INDEX xi_document ON sales.customer (document)
GO
CREATE SPATIAL INDEX si_place ON sales.customer (place) USING GEOGRAPHY_AUTO_GRID
GO
CREATE TABLE sales.[order of one] (
    id int NOT NULL PRIMARY KEY,
    customer_id int NOT NULL REFERENCES sales.customer (id) ON DELETE CASCADE,
    parent_id int NULL CONSTRAINT fk_parent REFERENCES sales.[order of one] (id),
    amount money NOT NULL CONSTRAINT ck_amount CHECK (amount >= 0),
    CHECK (parent_id <> id))
WITH (DATA_COMPRESSION = ROW)
GO
CREATE INDEX ix_amount ON sales.[order of one] (customer_id, amount DESC) INCLUDE (id) WHERE amount > 0
GO
CREATE UNIQUE INDEX ux_pair ON sales.[order of one] (customer_id, id) WITH (IGNORE_DUP_KEY = ON, FILLFACTOR = 70, DATA_COMPRESSION = PAGE)
GO
CREATE NONCLUSTERED COLUMNSTORE INDEX nc_amount ON sales.[order of one] (customer_id, amount)
GO
ALTER INDEX ix_amount ON sales.[order of one] DISABLE
GO
ALTER TABLE sales.[order of one] NOCHECK CONSTRAINT fk_parent
GO
CREATE TABLE stock.movement (
    id bigint IDENTITY(-9000000000, 10) NOT FOR REPLICATION NOT NULL,
    moved datetimeoffset(3) NOT NULL,
    quantity decimal(18, 3) NOT NULL,
    INDEX cci CLUSTERED COLUMNSTORE)
GO
CREATE TABLE stock.price_past (id int NOT NULL, price money NOT NULL, since datetime2(7) NOT NULL, until datetime2(7) NOT NULL)
GO
CREATE TABLE stock.price (
    id int NOT NULL PRIMARY KEY,
    price money NOT NULL,
    since datetime2(7) GENERATED ALWAYS AS ROW START HIDDEN NOT NULL,
    until datetime2(7) GENERATED ALWAYS AS ROW END HIDDEN NOT NULL,
    PERIOD FOR SYSTEM_TIME (since, until))
WITH (SYSTEM_VERSIONING = ON (HISTORY_TABLE = stock.price_past))
GO
CREATE VIEW sales.names AS SELECT c.name, c.id FROM sales.customer AS c
GO
CREATE FUNCTION sales.twice (@x int) RETURNS int AS BEGIN RETURN @x * 2 END
GO
CREATE FUNCTION sales.of_customer (@id int) RETURNS TABLE AS RETURN (SELECT o.id, o.amount FROM sales.[order of one] AS o WHERE o.customer_id = @id)
GO
CREATE PROCEDURE sales.take @lines sales.lines READONLY, @total money OUTPUT AS SET @total = 0
GO
CREATE PROCEDURE sales.hidden WITH ENCRYPTION AS SELECT 1 AS one
GO
CREATE TRIGGER sales.watch ON sales.customer AFTER UPDATE, INSERT AS SET NOCOUNT ON
GO
CREATE SYNONYM sales.elsewhere FOR [other].[dbo].[thing]
GO
EXEC sp_addextendedproperty @name = N'MS_Description', @value = N'Who buys', @level0type = N'SCHEMA', @level0name = N'sales',
    @level1type = N'TABLE', @level1name = N'customer'
GO
EXEC sp_addextendedproperty @name = N'MS_Description', @value = N'As on the invoice', @level0type = N'SCHEMA', @level0name = N'sales',
    @level1type = N'TABLE', @level1name = N'customer', @level2type = N'COLUMN', @level2name = N'name'
GO
EXEC sp_addextendedproperty @name = N'owner', @value = N'Trade', @level0type = N'SCHEMA', @level0name = N'sales'
GO
CREATE TABLE stock.scrapped (id int NOT NULL)
GO
CREATE TABLE stock.old_name (id int NOT NULL PRIMARY KEY, label nvarchar(40) NULL)
GO
CREATE USER clerk WITHOUT LOGIN
GO
CREATE ROLE readers
GO
ALTER ROLE readers ADD MEMBER clerk
GO
GRANT SELECT ON sales.customer TO readers
GO
