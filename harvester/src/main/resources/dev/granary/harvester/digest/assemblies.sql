-- One row: assemblies that a user made, and the routines and types that they implement. Needs VIEW DEFINITION. Their bytes are not touched.
SELECT COUNT_BIG(*) AS row_count, MAX(x.id) AS max_id, SUM(CAST(x.h AS bigint)) AS sum_h, CHECKSUM_AGG(x.h) AS agg_h
  FROM (SELECT a.assembly_id AS id,
               BINARY_CHECKSUM(1, a.assembly_id, a.permission_set, a.is_visible, a.create_date, a.modify_date,
                               HASHBYTES('SHA2_256', CAST(a.clr_name AS varbinary(8000))),
                               CAST(a.name AS varbinary(256))) AS h
          FROM sys.assemblies AS a
         WHERE a.is_user_defined = 1
         UNION ALL -- needs sys.assembly_modules
        SELECT am.object_id, -- needs sys.assembly_modules
               BINARY_CHECKSUM(2, am.object_id, am.assembly_id, am.execute_as_principal_id, am.null_on_null_input, -- needs sys.assembly_modules
                               CAST(am.assembly_class AS varbinary(256)), CAST(am.assembly_method AS varbinary(256))) -- needs sys.assembly_modules
          FROM sys.assembly_modules AS am -- needs sys.assembly_modules
         UNION ALL -- needs sys.assembly_types
        SELECT ty.user_type_id, BINARY_CHECKSUM(3, ty.user_type_id, ty.assembly_id, CAST(ty.assembly_class AS varbinary(256))) -- needs sys.assembly_types
          FROM sys.assembly_types AS ty -- needs sys.assembly_types
         WHERE ty.is_user_defined = 1 -- needs sys.assembly_types
       ) AS x
