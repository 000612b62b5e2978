-- The same rows as parameters.sql for an engine that has no sys.parameters: those of what is in sys.objects, not of the system's own routines.
-- Aliases are the components of ParameterRow.
-- Needs VIEW DEFINITION.
-- parameter_id 0 is what a function returns; it has no name. default_value is that of a CLR routine: those of T-SQL stand only in the text.
SELECT p.object_id    AS object_id,
       p.parameter_id AS ordinal,
       p.name         AS parameter_name,
       t.name         AS type_name,
       ts.name        AS type_schema,
       p.max_length   AS max_length,
       p.precision    AS type_precision,
       p.scale        AS type_scale,
       p.is_output    AS output_parameter,
       CONVERT(nvarchar(4000), p.default_value) AS default_value, -- needs sys.all_parameters.default_value
       p.xml_collection_id AS xml_collection_id, -- needs sys.xml_schema_collections
       xs.name        AS xml_schema, -- needs sys.xml_schema_collections
       xc.name        AS xml_collection, -- needs sys.xml_schema_collections
       p.is_cursor_ref AS cursor_reference, -- needs sys.all_parameters.is_cursor_ref
       p.is_readonly  AS read_only -- needs sys.all_parameters.is_readonly
  FROM sys.all_parameters AS p
  JOIN sys.objects AS o ON o.object_id = p.object_id
  LEFT JOIN sys.types AS t ON t.user_type_id = p.user_type_id
  LEFT JOIN sys.schemas AS ts ON ts.schema_id = t.schema_id AND t.is_user_defined = 1
  LEFT JOIN sys.xml_schema_collections AS xc ON xc.xml_collection_id = p.xml_collection_id AND p.xml_collection_id > 0 -- needs sys.xml_schema_collections
  LEFT JOIN sys.schemas AS xs ON xs.schema_id = xc.schema_id -- needs sys.xml_schema_collections
 WHERE o.type IN ('P', 'PC', 'FN', 'IF', 'TF', 'FS', 'FT', 'AF')
   AND o.is_ms_shipped = 0
 ORDER BY p.object_id, p.parameter_id
