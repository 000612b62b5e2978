-- One row: the types that users defined. Needs VIEW DEFINITION.
SELECT COUNT_BIG(*) AS row_count, MAX(x.id) AS max_id, SUM(CAST(x.h AS bigint)) AS sum_h, CHECKSUM_AGG(x.h) AS agg_h
  FROM (SELECT t.user_type_id AS id,
               BINARY_CHECKSUM(t.user_type_id, t.schema_id, t.system_type_id, t.max_length, t.precision, t.scale,
                               t.is_nullable,
                               t.is_table_type, -- needs sys.types.is_table_type
                               t.is_assembly_type, -- needs sys.types.is_assembly_type
                               CAST(t.name AS varbinary(256))) AS h
          FROM sys.types AS t
         WHERE t.is_user_defined = 1
       ) AS x
