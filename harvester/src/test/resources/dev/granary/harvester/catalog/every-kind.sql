CREATE DATABASE [every kind]
GO
USE [every kind]
GO
CREATE SCHEMA sales
GO
CREATE TYPE sales.code FROM varchar(12) NOT NULL
GO
CREATE TYPE sales.lines AS TABLE (
    line_no int NOT NULL PRIMARY KEY,
    code sales.code NOT NULL,
    quantity decimal(18, 3) NOT NULL DEFAULT ((1)) CHECK (quantity > 0))
GO
CREATE SEQUENCE sales.numbers AS bigint START WITH 100 INCREMENT BY 5 MINVALUE 1 MAXVALUE 99999 CYCLE CACHE 20
GO
CREATE TABLE sales.customer (
    id int IDENTITY(1, 1) NOT NULL,
    name nvarchar(100) COLLATE Latin1_General_BIN2 NOT NULL,
    email varchar(200) MASKED WITH (FUNCTION = 'email()') NULL,
    shown AS (upper(name)),
    created datetime2(3) NOT NULL DEFAULT (sysutcdatetime()),
    CONSTRAINT pk_customer PRIMARY KEY (id),
    UNIQUE (name))
GO
CREATE TABLE sales.[order of one] (
    id int NOT NULL PRIMARY KEY,
    customer_id int NOT NULL REFERENCES sales.customer (id) ON DELETE CASCADE,
    amount money NOT NULL CONSTRAINT ck_amount CHECK (amount >= 0))
GO
CREATE INDEX ix_amount ON sales.[order of one] (customer_id, amount DESC) INCLUDE (id) WHERE amount > 0 WITH (DATA_COMPRESSION = PAGE)
GO
CREATE TABLE sales.price_past (id int NOT NULL, price money NOT NULL, since datetime2(7) NOT NULL, until datetime2(7) NOT NULL)
GO
CREATE TABLE sales.price (
    id int NOT NULL PRIMARY KEY,
    price money NOT NULL,
    since datetime2(7) GENERATED ALWAYS AS ROW START HIDDEN NOT NULL,
    until datetime2(7) GENERATED ALWAYS AS ROW END HIDDEN NOT NULL,
    PERIOD FOR SYSTEM_TIME (since, until))
WITH (SYSTEM_VERSIONING = ON (HISTORY_TABLE = sales.price_past))
GO
CREATE VIEW sales.names AS SELECT c.name FROM sales.customer AS c
GO
CREATE FUNCTION sales.twice (@x int) RETURNS int AS BEGIN RETURN @x * 2 END
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
CREATE PARTITION FUNCTION by_day (date) AS RANGE RIGHT FOR VALUES ('2024-01-01', '2025-01-01')
GO
CREATE PARTITION SCHEME days AS PARTITION by_day ALL TO ([PRIMARY])
GO
CREATE TABLE sales.visit (
    day date NOT NULL,
    page nvarchar(200) NOT NULL,
    id int NOT NULL CONSTRAINT pk_visit PRIMARY KEY NONCLUSTERED ON [PRIMARY])
ON days (day)
GO
CREATE STATISTICS st_page ON sales.visit (page, day)
GO
CREATE FULLTEXT CATALOG texts
GO
CREATE FULLTEXT INDEX ON sales.visit (page LANGUAGE 1033) KEY INDEX pk_visit ON texts
GO
CREATE TABLE sales.person (name nvarchar(50) NULL) AS NODE
GO
CREATE TABLE sales.knows (CONNECTION (sales.person TO sales.person)) AS EDGE
GO
CREATE PROCEDURE sales.many;1 AS SELECT 1 AS one
GO
CREATE PROCEDURE sales.many;2 AS SELECT 2 AS two
GO
CREATE ASSEMBLY geo FROM 0x4D5A WITH PERMISSION_SET = SAFE
GO
CREATE PROCEDURE sales.locate @a int AS EXTERNAL NAME geo.[Geo.Functions].Locate
GO
CREATE XML SCHEMA COLLECTION sales.forms AS N'<xsd:schema xmlns:xsd="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:forms"><xsd:element name="form" type="xsd:string"/></xsd:schema>'
GO
CREATE FUNCTION sales.may_see (@name nvarchar(100)) RETURNS TABLE WITH SCHEMABINDING AS RETURN (SELECT 1 AS yes WHERE @name = USER_NAME())
GO
CREATE SECURITY POLICY sales.guard ADD FILTER PREDICATE sales.may_see(name) ON sales.customer WITH (STATE = ON)
GO
CREATE TRIGGER guard ON DATABASE FOR DROP_TABLE AS SET NOCOUNT ON
GO
CREATE ROLE clerks
GO
CREATE USER anna WITHOUT LOGIN WITH DEFAULT_SCHEMA = sales
GO
ALTER ROLE clerks ADD MEMBER anna
GO
GRANT SELECT ON sales.customer TO clerks WITH GRANT OPTION
GO
DENY SELECT ON sales.customer (email) TO anna
GO
GRANT EXECUTE ON SCHEMA::sales TO clerks
GO
GRANT CONNECT TO guest
GO
ADD SENSITIVITY CLASSIFICATION TO sales.customer.email WITH (LABEL = 'Confidential', INFORMATION_TYPE = 'Contact Info', RANK = MEDIUM)
GO
