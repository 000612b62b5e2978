-- One row: foreign keys with their columns and the names of what they refer to. Needs VIEW DEFINITION.
-- The names are joined, so that a table or column renamed elsewhere shows here without any key being touched.
SELECT COUNT_BIG(*) AS row_count, MAX(x.id) AS max_id, SUM(CAST(x.h AS bigint)) AS sum_h, CHECKSUM_AGG(x.h) AS agg_h
  FROM (SELECT fk.object_id AS id,
               BINARY_CHECKSUM(fk.object_id, fk.parent_object_id, fk.referenced_object_id, fk.is_disabled, fk.is_not_trusted,
                               fk.is_not_for_replication, fk.is_system_named, fk.delete_referential_action, fk.update_referential_action,
                               fkc.constraint_column_id, fkc.parent_column_id, fkc.referenced_column_id,
                               CAST(fk.name AS varbinary(256)),
                               CAST(rs.name AS varbinary(256)),
                               CAST(ro.name AS varbinary(256)),
                               CAST(pc.name AS varbinary(256)),
                               CAST(rc.name AS varbinary(256))) AS h
          FROM sys.foreign_keys AS fk
          JOIN sys.foreign_key_columns AS fkc ON fkc.constraint_object_id = fk.object_id
          LEFT JOIN sys.columns AS pc ON pc.object_id = fkc.parent_object_id AND pc.column_id = fkc.parent_column_id
          LEFT JOIN sys.columns AS rc ON rc.object_id = fkc.referenced_object_id AND rc.column_id = fkc.referenced_column_id
          LEFT JOIN sys.objects AS ro ON ro.object_id = fk.referenced_object_id
          LEFT JOIN sys.schemas AS rs ON rs.schema_id = ro.schema_id
       ) AS x
