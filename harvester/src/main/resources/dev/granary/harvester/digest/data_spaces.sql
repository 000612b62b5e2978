-- One row: filegroups and partition schemes, with the filegroups that a scheme names. Needs VIEW DEFINITION.
SELECT COUNT_BIG(*) AS row_count, MAX(x.id) AS max_id, SUM(CAST(x.h AS bigint)) AS sum_h, CHECKSUM_AGG(x.h) AS agg_h
  FROM (SELECT ds.data_space_id AS id,
               BINARY_CHECKSUM(ds.data_space_id, ds.type, ds.is_default,
                               ps.function_id, -- needs sys.partition_schemes
                               dd.destination_id, -- needs sys.destination_data_spaces
                               dd.data_space_id, -- needs sys.destination_data_spaces
                               CAST(ds.name AS varbinary(256))) AS h
          FROM sys.data_spaces AS ds
          LEFT JOIN sys.partition_schemes AS ps ON ps.data_space_id = ds.data_space_id -- needs sys.partition_schemes
          LEFT JOIN sys.destination_data_spaces AS dd ON dd.partition_scheme_id = ds.data_space_id -- needs sys.destination_data_spaces
       ) AS x
