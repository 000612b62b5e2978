-- One row per database-scoped setting, by its number. Aliases are the components of ScopedConfigurationRow.
-- Needs no right. value is sql_variant; the view exists since SQL Server 2016, which setting is at its default is told since 2017.
SELECT sc.name                                          AS setting_name,
       CONVERT(nvarchar(256), sc.value)                 AS setting_value,
       CONVERT(nvarchar(256), sc.value_for_secondary)   AS secondary_value,
       sc.is_value_default                              AS default_value, -- needs sys.database_scoped_configurations.is_value_default
       sc.configuration_id                              AS configuration_id
  FROM sys.database_scoped_configurations AS sc
 ORDER BY sc.configuration_id
