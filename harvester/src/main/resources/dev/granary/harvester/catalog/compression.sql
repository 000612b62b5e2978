-- One row per partition that is compressed otherwise than its kind of index is by default, by object_id, index_id and partition. Aliases are the
-- components of CompressionRow.
-- Needs VIEW DEFINITION. sys.partitions is read alone: in a join with other views it deadlocks with maintenance of indexes. Its row counts are
-- not asked for: they would wait for it. Whose partitions these are, storage.sql tells.
SELECT p.object_id        AS object_id,
       p.index_id         AS index_id,
       p.partition_number AS partition_number,
       p.xml_compression  AS xml_compression, -- needs sys.partitions.xml_compression
       p.data_compression AS compression
  FROM sys.partitions AS p
 WHERE p.data_compression NOT IN (0, 3)
    OR p.xml_compression <> 0 -- needs sys.partitions.xml_compression
 ORDER BY p.object_id, p.index_id, p.partition_number
