-- One row per parameter of a routine, for an engine without sys.parameters. Aliases are the components of ParameterRow.
-- Needs VIEW DEFINITION.
-- Cannot say: read-only parameters
SELECT o.object_id                                     AS object_id,
       CAST(NULL AS nvarchar(1)) AS default_value,
       CAST(NULL AS int) AS xml_collection_id,
       CAST(NULL AS nvarchar(1)) AS xml_schema,
       CAST(NULL AS nvarchar(1)) AS xml_collection,
       CAST(NULL AS bit) AS cursor_reference,
       p.ORDINAL_POSITION                              AS ordinal,
       p.PARAMETER_NAME                                AS parameter_name,
       COALESCE(p.USER_DEFINED_TYPE_NAME, p.DATA_TYPE) AS type_name,
       CASE WHEN p.USER_DEFINED_TYPE_SCHEMA <> N'sys' THEN p.USER_DEFINED_TYPE_SCHEMA END AS type_schema,
       p.CHARACTER_OCTET_LENGTH                        AS max_length,
       p.NUMERIC_PRECISION                             AS type_precision,
       COALESCE(p.NUMERIC_SCALE, p.DATETIME_PRECISION) AS type_scale,
       CASE WHEN p.PARAMETER_MODE IN (N'OUT', N'INOUT') THEN 1 ELSE 0 END AS output_parameter,
       0                                               AS read_only
  FROM INFORMATION_SCHEMA.PARAMETERS AS p
  JOIN sys.schemas AS s ON s.name = p.SPECIFIC_SCHEMA
  JOIN sys.objects AS o ON o.schema_id = s.schema_id AND o.name = p.SPECIFIC_NAME
 WHERE o.is_ms_shipped = 0
 ORDER BY o.object_id, p.ORDINAL_POSITION
