-- One row per partition of a heap or index that is kept otherwise than by default, by object_id, index_id and partition. Aliases are the
-- components of StorageRow.
-- Needs VIEW DEFINITION. By default is: on the database's default filegroup, fill factor 0 or 100, row and page locks allowed, no compression
-- but that of a columnstore. partition_count is NULL where there is no scheme. sys.partitions is read for compression only: its row counts would
-- wait for index maintenance.
SELECT s.object_id, s.index_id, s.index_name, s.index_type, s.primary_key, s.unique_constraint, s.system_named, s.data_space,
       s.default_space, s.partition_column, s.partition_count, s.fill_factor, s.padded, s.row_locks, s.page_locks, s.sequential_key,
       s.partition_number, s.compression, s.xml_compression
  FROM (SELECT i.object_id                   AS object_id,
               i.index_id                    AS index_id,
               i.name                        AS index_name,
               i.type                        AS index_type,
               i.is_primary_key              AS primary_key,
               i.is_unique_constraint        AS unique_constraint,
               kc.is_system_named            AS system_named,
               ds.name                       AS data_space,
               ds.is_default                 AS default_space,
               pc.name                       AS partition_column,
               pf.fanout                     AS partition_count,
               i.fill_factor                 AS fill_factor,
               i.is_padded                   AS padded,
               i.allow_row_locks             AS row_locks,
               i.allow_page_locks            AS page_locks,
               i.optimize_for_sequential_key AS sequential_key, -- needs sys.indexes.optimize_for_sequential_key
               p.partition_number            AS partition_number,
               p.xml_compression             AS xml_compression, -- needs sys.partitions.xml_compression
               p.data_compression            AS compression
          FROM sys.indexes AS i
          JOIN sys.objects AS o ON o.object_id = i.object_id
          LEFT JOIN sys.key_constraints AS kc ON kc.parent_object_id = i.object_id AND kc.unique_index_id = i.index_id
          LEFT JOIN sys.data_spaces AS ds ON ds.data_space_id = i.data_space_id
          LEFT JOIN sys.partition_schemes AS ps ON ps.data_space_id = i.data_space_id
          LEFT JOIN sys.partition_functions AS pf ON pf.function_id = ps.function_id
          LEFT JOIN sys.index_columns AS ic ON ic.object_id = i.object_id AND ic.index_id = i.index_id AND ic.partition_ordinal = 1
          LEFT JOIN sys.columns AS pc ON pc.object_id = ic.object_id AND pc.column_id = ic.column_id
          LEFT JOIN sys.partitions AS p ON p.object_id = i.object_id AND p.index_id = i.index_id
         WHERE o.type IN ('U', 'V')
           AND o.is_ms_shipped = 0
           AND i.is_hypothetical = 0) AS s
 WHERE s.fill_factor NOT IN (0, 100)
    OR s.padded = 1
    OR s.row_locks = 0
    OR s.page_locks = 0
    OR s.sequential_key = 1
    OR s.default_space = 0
    OR s.compression NOT IN (0, 3)
    OR s.xml_compression = 1
 ORDER BY s.object_id, s.index_id, s.partition_number
