-- One row: synonyms and what they stand for. Needs VIEW DEFINITION. base_object_name has at most 1,035 characters.
SELECT COUNT_BIG(*) AS row_count, MAX(x.id) AS max_id, SUM(CAST(x.h AS bigint)) AS sum_h, CHECKSUM_AGG(x.h) AS agg_h
  FROM (SELECT sn.object_id AS id,
               BINARY_CHECKSUM(sn.object_id, HASHBYTES('SHA2_256', CAST(sn.base_object_name AS varbinary(4000)))) AS h
          FROM sys.synonyms AS sn
       ) AS x
