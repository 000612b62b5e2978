-- One row: the types that users defined; what a CLR type runs is in assemblies.sql. Needs VIEW DEFINITION.
-- A table type cannot be altered, only dropped and made anew, so the id of the object behind it stands for its date.
SELECT COUNT_BIG(*) AS row_count, MAX(x.id) AS max_id, SUM(CAST(x.h AS bigint)) AS sum_h, CHECKSUM_AGG(x.h) AS agg_h
  FROM (SELECT t.user_type_id AS id,
               BINARY_CHECKSUM(1, t.user_type_id, t.schema_id, t.system_type_id, t.max_length, t.precision, t.scale,
                               t.is_nullable,
                               t.is_table_type, -- needs sys.types.is_table_type
                               t.is_assembly_type, -- needs sys.types.is_assembly_type
                               CAST(t.name AS varbinary(256))) AS h
          FROM sys.types AS t
         WHERE t.is_user_defined = 1
         UNION ALL -- needs sys.table_types
        SELECT tt.user_type_id, -- needs sys.table_types
               BINARY_CHECKSUM(2, tt.user_type_id, -- needs sys.table_types
                               tt.is_memory_optimized, -- needs sys.table_types.is_memory_optimized
                               tt.type_table_object_id) -- needs sys.table_types
          FROM sys.table_types AS tt -- needs sys.table_types
       ) AS x
