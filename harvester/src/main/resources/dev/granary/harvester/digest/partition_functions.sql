-- One row: partition functions and their boundaries. Needs VIEW DEFINITION.
-- A boundary is sql_variant and counts by its bytes, in which no setting of the session plays a part.
SELECT COUNT_BIG(*) AS row_count, MAX(x.id) AS max_id, SUM(CAST(x.h AS bigint)) AS sum_h, CHECKSUM_AGG(x.h) AS agg_h
  FROM (SELECT pf.function_id AS id,
               BINARY_CHECKSUM(pf.function_id, pf.fanout, pf.boundary_value_on_right, pf.create_date,
                               pp.user_type_id, pp.max_length, pp.precision, pp.scale, rv.boundary_id,
                               HASHBYTES('SHA2_256', CONVERT(varbinary(8000), rv.value)),
                               CAST(pf.name AS varbinary(256))) AS h
          FROM sys.partition_functions AS pf
          LEFT JOIN sys.partition_parameters AS pp ON pp.function_id = pf.function_id AND pp.parameter_id = 1
          LEFT JOIN sys.partition_range_values AS rv ON rv.function_id = pf.function_id AND rv.parameter_id = 1
         WHERE pf.is_system = 0
       ) AS x
