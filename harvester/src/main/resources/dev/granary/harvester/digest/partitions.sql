-- One row: the compression of partitions that have another than their kind of index has by default. Needs VIEW DEFINITION.
-- Numbers of rows are not asked for: they move with every insert and would wait for index maintenance. Nor are partition_id and hobt_id, which
-- every rebuild moves.
SELECT COUNT_BIG(*) AS row_count, MAX(x.id) AS max_id, SUM(CAST(x.h AS bigint)) AS sum_h, CHECKSUM_AGG(x.h) AS agg_h
  FROM (SELECT p.object_id AS id,
               BINARY_CHECKSUM(p.object_id, p.index_id, p.partition_number,
                               p.xml_compression, -- needs sys.partitions.xml_compression
                               p.data_compression) AS h
          FROM sys.partitions AS p
         WHERE p.data_compression NOT IN (0, 3)
            OR p.xml_compression <> 0 -- needs sys.partitions.xml_compression
       ) AS x
