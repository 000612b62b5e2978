-- One row per parameter of a routine, by object_id and parameter_id. Aliases are the components of ParameterRow.
-- Needs VIEW DEFINITION. parameter_id 0 is what a function returns; it has no name.
SELECT p.object_id    AS object_id,
       p.parameter_id AS ordinal,
       p.name         AS parameter_name,
       t.name         AS type_name,
       ts.name        AS type_schema,
       p.max_length   AS max_length,
       p.precision    AS type_precision,
       p.scale        AS type_scale,
       p.is_output    AS output_parameter,
       p.is_readonly  AS read_only -- needs sys.parameters.is_readonly
  FROM sys.parameters AS p
  JOIN sys.objects AS o ON o.object_id = p.object_id
  LEFT JOIN sys.types AS t ON t.user_type_id = p.user_type_id
  LEFT JOIN sys.schemas AS ts ON ts.schema_id = t.schema_id AND t.is_user_defined = 1
 WHERE o.type IN ('P', 'PC', 'FN', 'IF', 'TF', 'FS', 'FT', 'AF')
   AND o.is_ms_shipped = 0
 ORDER BY p.object_id, p.parameter_id
