-- One row per sequence, by object_id. Aliases are the components of SequenceRow.
-- Needs VIEW DEFINITION. The numbers are sql_variant, up to decimal(38, 0). current_value moves with use and is not read.
SELECT sq.object_id                            AS object_id,
       t.name                                  AS type_name,
       ts.name                                 AS type_schema,
       sq.precision                            AS type_precision,
       sq.scale                                AS type_scale,
       CONVERT(nvarchar(50), sq.start_value)   AS start_value,
       CONVERT(nvarchar(50), sq.increment)     AS increment,
       CONVERT(nvarchar(50), sq.minimum_value) AS minimum_value,
       CONVERT(nvarchar(50), sq.maximum_value) AS maximum_value,
       sq.is_cycling                           AS cycles,
       sq.is_cached                            AS cached, -- needs sys.sequences.is_cached
       sq.cache_size                           AS cache_size -- needs sys.sequences.cache_size
  FROM sys.sequences AS sq
  LEFT JOIN sys.types AS t ON t.user_type_id = sq.user_type_id
  LEFT JOIN sys.schemas AS ts ON ts.schema_id = t.schema_id AND t.is_user_defined = 1
 WHERE sq.is_ms_shipped = 0
 ORDER BY sq.object_id
