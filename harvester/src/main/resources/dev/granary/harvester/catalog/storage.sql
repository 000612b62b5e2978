-- One row per heap or index, by object_id and index_id. Aliases are the components of StorageRow.
-- Needs VIEW DEFINITION. All are listed, also those that are kept by default: which of them are compressed is in sys.partitions, which
-- compression.sql reads by itself. partition_count is NULL where there is no scheme.
SELECT i.object_id                   AS object_id,
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
       i.optimize_for_sequential_key AS sequential_key, -- needs sys.indexes.optimize_for_sequential_key
       i.allow_page_locks            AS page_locks
  FROM sys.indexes AS i
  JOIN sys.objects AS o ON o.object_id = i.object_id
  LEFT JOIN sys.key_constraints AS kc ON kc.parent_object_id = i.object_id AND kc.name = i.name
  LEFT JOIN sys.data_spaces AS ds ON ds.data_space_id = i.data_space_id
  LEFT JOIN sys.partition_schemes AS ps ON ps.data_space_id = i.data_space_id
  LEFT JOIN sys.partition_functions AS pf ON pf.function_id = ps.function_id
  LEFT JOIN sys.index_columns AS ic ON ic.object_id = i.object_id AND ic.index_id = i.index_id AND ic.partition_ordinal = 1
  LEFT JOIN sys.columns AS pc ON pc.object_id = ic.object_id AND pc.column_id = ic.column_id
 WHERE o.type IN ('U', 'V')
   AND o.is_ms_shipped = 0
   AND i.is_hypothetical = 0
 ORDER BY i.object_id, i.index_id
