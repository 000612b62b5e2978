-- One row per column of a table or view, for an engine without the catalogue views of columns.sql. Aliases are the components of ColumnRow.
-- Needs VIEW DEFINITION.
-- Cannot say: default names, computed expressions, identity, masks, sparse, hidden and generated columns, columns of types and functions
SELECT o.object_id                                             AS object_id,
       CAST(NULL AS nvarchar(1)) AS encryption_type,
       CAST(NULL AS nvarchar(1)) AS encryption_algorithm,
       CAST(NULL AS nvarchar(1)) AS encryption_key,
       CAST(NULL AS int) AS xml_collection_id,
       CAST(NULL AS nvarchar(1)) AS xml_schema,
       CAST(NULL AS nvarchar(1)) AS xml_collection,
       CAST(NULL AS nvarchar(1)) AS graph_type,
       CAST(NULL AS bit) AS dropped_ledger_column,
       CAST(NULL AS int) AS vector_dimensions,
       CAST(NULL AS bit) AS file_stream,
       CAST(NULL AS bit) AS xml_document,
       c.COLUMN_NAME                                           AS column_name,
       COALESCE(c.DOMAIN_NAME, c.DATA_TYPE)                    AS type_name,
       CASE WHEN c.DOMAIN_SCHEMA <> N'sys' THEN c.DOMAIN_SCHEMA END AS type_schema,
       c.CHARACTER_OCTET_LENGTH                                AS max_length,
       c.NUMERIC_PRECISION                                     AS type_precision,
       COALESCE(c.NUMERIC_SCALE, c.DATETIME_PRECISION)         AS type_scale,
       CASE WHEN c.IS_NULLABLE = N'YES' THEN 1 ELSE 0 END      AS nullable,
       c.COLLATION_NAME                                        AS collation,
       0                                                       AS sparse,
       0                                                       AS column_set,
       0                                                       AS row_guid,
       CAST(NULL AS nvarchar(1))                               AS generated_always,
       0                                                       AS hidden,
       CAST(NULL AS nvarchar(1))                               AS default_name,
       0                                                       AS default_system_named,
       c.COLUMN_DEFAULT                                        AS default_expression,
       0                                                       AS computed,
       CAST(NULL AS nvarchar(1))                               AS computed_expression,
       0                                                       AS persisted,
       CAST(NULL AS nvarchar(1))                               AS identity_seed,
       CAST(NULL AS nvarchar(1))                               AS identity_increment,
       0                                                       AS identity_not_for_replication,
       CAST(NULL AS nvarchar(1))                               AS mask
  FROM INFORMATION_SCHEMA.COLUMNS AS c
  JOIN sys.schemas AS s ON s.name = c.TABLE_SCHEMA
  JOIN sys.objects AS o ON o.schema_id = s.schema_id AND o.name = c.TABLE_NAME
 WHERE o.is_ms_shipped = 0
 ORDER BY o.object_id, c.ORDINAL_POSITION
