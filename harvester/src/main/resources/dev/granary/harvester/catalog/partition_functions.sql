-- One row per boundary of a partition function, by function_id and boundary; one row for a function without any. Aliases are the components of
-- PartitionFunctionRow.
-- Needs VIEW DEFINITION. Boundaries are sql_variant: each type is made text in the one form that depends on no setting.
SELECT pf.function_id             AS function_id,
       pf.name                    AS function_name,
       pf.boundary_value_on_right AS boundary_on_right,
       t.name                     AS type_name,
       pp.max_length              AS max_length,
       pp.precision               AS type_precision,
       pp.scale                   AS type_scale,
       rv.boundary_id             AS boundary_id,
       CASE WHEN t.name IN ('datetime', 'smalldatetime', 'datetime2')
            THEN CONVERT(nvarchar(4000), CONVERT(datetime2(7), rv.value), 126)
            WHEN t.name = 'date' THEN CONVERT(nvarchar(4000), CONVERT(date, rv.value), 23)
            WHEN t.name = 'datetimeoffset' THEN CONVERT(nvarchar(4000), CONVERT(datetimeoffset(7), rv.value), 126)
            WHEN t.name IN ('float', 'real') THEN CONVERT(nvarchar(4000), CONVERT(float, rv.value), 3)
            WHEN t.name IN ('money', 'smallmoney') THEN CONVERT(nvarchar(4000), CONVERT(money, rv.value), 2)
            WHEN t.name IN ('binary', 'varbinary') THEN CONVERT(nvarchar(4000), CONVERT(varbinary(8000), rv.value), 1)
            ELSE CONVERT(nvarchar(4000), rv.value) END AS boundary
  FROM sys.partition_functions AS pf
  LEFT JOIN sys.partition_parameters AS pp ON pp.function_id = pf.function_id AND pp.parameter_id = 1
  LEFT JOIN sys.types AS t ON t.user_type_id = pp.user_type_id
  LEFT JOIN sys.partition_range_values AS rv ON rv.function_id = pf.function_id AND rv.parameter_id = 1
 WHERE pf.is_system = 0
 ORDER BY pf.function_id, rv.boundary_id
