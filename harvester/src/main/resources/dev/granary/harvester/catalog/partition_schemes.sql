-- One row per filegroup of a partition scheme, by the scheme's data_space_id and place. Aliases are the components of PartitionSchemeRow.
-- Needs VIEW DEFINITION. A scheme may have one place more than its function has partitions: the filegroup to be used next.
SELECT ps.data_space_id  AS scheme_id,
       ps.name           AS scheme_name,
       pf.name           AS function_name,
       pf.fanout         AS partition_count,
       dd.destination_id AS place,
       ds.name           AS file_group
  FROM sys.partition_schemes AS ps
  LEFT JOIN sys.partition_functions AS pf ON pf.function_id = ps.function_id
  LEFT JOIN sys.destination_data_spaces AS dd ON dd.partition_scheme_id = ps.data_space_id
  LEFT JOIN sys.data_spaces AS ds ON ds.data_space_id = dd.data_space_id
 WHERE ps.is_system = 0
 ORDER BY ps.data_space_id, dd.destination_id
