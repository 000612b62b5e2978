-- One row per column of a table, view, table type or table-valued function, by object_id and column_id. Aliases are the components of ColumnRow.
-- Needs VIEW DEFINITION; without it the expressions of defaults and computed columns are NULL. What names a type or key that the login may not
-- see is NULL too. Types are joined on user_type_id: on system_type_id alias types would duplicate rows. The type's schema is joined for user-
-- defined types only. Table types have an object of type TT, whatever is_ms_shipped says of it; types.sql tells which. An identity whose
-- seed or increment an engine does not tell has an empty text there.
SELECT c.object_id                               AS object_id,
       c.name                                    AS column_name,
       t.name                                    AS type_name,
       ts.name                                   AS type_schema,
       c.max_length                              AS max_length,
       c.precision                               AS type_precision,
       c.scale                                   AS type_scale,
       c.is_nullable                             AS nullable,
       c.collation_name                          AS collation,
       c.is_sparse                               AS sparse, -- needs sys.columns.is_sparse
       c.is_column_set                           AS column_set, -- needs sys.columns.is_column_set
       c.is_rowguidcol                           AS row_guid, -- needs sys.columns.is_rowguidcol
       c.generated_always_type_desc              AS generated_always, -- needs sys.columns.generated_always_type_desc
       c.is_hidden                               AS hidden, -- needs sys.columns.is_hidden
       dc.name                                   AS default_name, -- needs sys.default_constraints
       dc.is_system_named                        AS default_system_named, -- needs sys.default_constraints.is_system_named
       dc.definition                             AS default_expression, -- needs sys.default_constraints
       c.is_computed                             AS computed, -- needs sys.computed_columns
       cc.definition                             AS computed_expression, -- needs sys.computed_columns
       cc.is_persisted                           AS persisted, -- needs sys.computed_columns.is_persisted
       CASE WHEN ic.column_id IS NOT NULL THEN COALESCE(CONVERT(nvarchar(50), ic.seed_value), N'') END      AS identity_seed, -- needs sys.identity_columns
       CASE WHEN ic.column_id IS NOT NULL THEN COALESCE(CONVERT(nvarchar(50), ic.increment_value), N'') END AS identity_increment, -- needs sys.identity_columns
       ic.is_not_for_replication                 AS identity_not_for_replication, -- needs sys.identity_columns.is_not_for_replication
       mc.masking_function                       AS mask, -- needs sys.masked_columns
       c.encryption_type_desc                    AS encryption_type, -- needs sys.columns.encryption_type_desc
       c.encryption_algorithm_name               AS encryption_algorithm, -- needs sys.columns.encryption_algorithm_name
       ek.name                                   AS encryption_key, -- needs sys.column_encryption_keys
       c.xml_collection_id                       AS xml_collection_id, -- needs sys.xml_schema_collections
       xs.name                                   AS xml_schema, -- needs sys.xml_schema_collections
       xc.name                                   AS xml_collection, -- needs sys.xml_schema_collections
       c.graph_type_desc                         AS graph_type, -- needs sys.columns.graph_type_desc
       c.is_dropped_ledger_column                AS dropped_ledger_column, -- needs sys.columns.is_dropped_ledger_column
       c.vector_dimensions                       AS vector_dimensions, -- needs sys.columns.vector_dimensions
       c.is_filestream                           AS file_stream, -- needs sys.columns.is_filestream
       c.is_xml_document                         AS xml_document -- needs sys.columns.is_xml_document
  FROM sys.columns AS c
  JOIN sys.objects AS o ON o.object_id = c.object_id
  LEFT JOIN sys.types AS t ON t.user_type_id = c.user_type_id
  LEFT JOIN sys.schemas AS ts ON ts.schema_id = t.schema_id AND t.is_user_defined = 1
  LEFT JOIN sys.default_constraints AS dc ON dc.object_id = c.default_object_id -- needs sys.default_constraints
  LEFT JOIN sys.computed_columns AS cc ON cc.object_id = c.object_id AND cc.column_id = c.column_id -- needs sys.computed_columns
  LEFT JOIN sys.identity_columns AS ic ON ic.object_id = c.object_id AND ic.column_id = c.column_id -- needs sys.identity_columns
  LEFT JOIN sys.masked_columns AS mc ON mc.object_id = c.object_id AND mc.column_id = c.column_id -- needs sys.masked_columns
  LEFT JOIN sys.column_encryption_keys AS ek ON ek.column_encryption_key_id = c.column_encryption_key_id -- needs sys.column_encryption_keys
  LEFT JOIN sys.xml_schema_collections AS xc ON xc.xml_collection_id = c.xml_collection_id AND c.xml_collection_id > 0 -- needs sys.xml_schema_collections
  LEFT JOIN sys.schemas AS xs ON xs.schema_id = xc.schema_id -- needs sys.xml_schema_collections
 WHERE o.type IN ('U', 'V', 'TF', 'IF', 'FT', 'TT')
   AND (o.is_ms_shipped = 0 OR o.type = 'TT')
 ORDER BY c.object_id, c.column_id
