-- One row per server setting, by name. Needs no right.
-- Trap: value and value_in_use are sql_variant; they differ until RECONFIGURE or a restart. Azure SQL Database lacks the view.
SELECT c.name                                AS name,
       CONVERT(nvarchar(100), c.value)        AS value,
       CONVERT(nvarchar(100), c.value_in_use) AS valueInUse
  FROM sys.configurations AS c
 ORDER BY c.configuration_id
