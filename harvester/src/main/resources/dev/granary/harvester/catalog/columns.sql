-- One row per column of a table, view, table type or table-valued function, by object_id and column_id. Aliases are the components of
-- ColumnRow.
-- Needs VIEW DEFINITION; without it the expressions of defaults and computed columns are NULL.
-- Types are joined on user_type_id: on system_type_id alias types would duplicate rows. The type's schema is joined for user-defined types
-- only. Table types have an object of type TT, whatever is_ms_shipped says of it; types.sql tells which.
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
       CONVERT(nvarchar(50), ic.seed_value)      AS identity_seed, -- needs sys.identity_columns
       CONVERT(nvarchar(50), ic.increment_value) AS identity_increment, -- needs sys.identity_columns
       ic.is_not_for_replication                 AS identity_not_for_replication, -- needs sys.identity_columns.is_not_for_replication
       mc.masking_function                       AS mask -- needs sys.masked_columns
  FROM sys.columns AS c
  JOIN sys.objects AS o ON o.object_id = c.object_id
  LEFT JOIN sys.types AS t ON t.user_type_id = c.user_type_id
  LEFT JOIN sys.schemas AS ts ON ts.schema_id = t.schema_id AND t.is_user_defined = 1
  LEFT JOIN sys.default_constraints AS dc ON dc.object_id = c.default_object_id -- needs sys.default_constraints
  LEFT JOIN sys.computed_columns AS cc ON cc.object_id = c.object_id AND cc.column_id = c.column_id -- needs sys.computed_columns
  LEFT JOIN sys.identity_columns AS ic ON ic.object_id = c.object_id AND ic.column_id = c.column_id -- needs sys.identity_columns
  LEFT JOIN sys.masked_columns AS mc ON mc.object_id = c.object_id AND mc.column_id = c.column_id -- needs sys.masked_columns
 WHERE o.type IN ('U', 'V', 'TF', 'IF', 'FT', 'TT')
   AND (o.is_ms_shipped = 0 OR o.type = 'TT')
 ORDER BY c.object_id, c.column_id
