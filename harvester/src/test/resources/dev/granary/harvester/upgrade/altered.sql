-- What had become of it by its second harvest: the first store holds history too.
USE shop
GO
ALTER TABLE sales.customer ADD loyalty smallint NULL
GO
EXEC sp_rename 'stock.old_name', 'new_name'
GO
DROP TABLE stock.scrapped
GO
CREATE TABLE stock.fresh (id int NOT NULL CONSTRAINT pk_fresh PRIMARY KEY NONCLUSTERED)
GO
DROP PROCEDURE sales.take
GO
CREATE PROCEDURE sales.take @lines sales.lines READONLY, @total money OUTPUT, @note nvarchar(20) = NULL AS SET @total = 1
GO
