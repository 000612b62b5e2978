-- One row: the procedures of a group but its first. Needs VIEW DEFINITION.
-- They have no dates of their own, so their texts count, the first 4,000 characters, and the date of their group.
SELECT COUNT_BIG(*) AS row_count, MAX(x.id) AS max_id, SUM(CAST(x.h AS bigint)) AS sum_h, CHECKSUM_AGG(x.h) AS agg_h
  FROM (SELECT np.object_id AS id,
               BINARY_CHECKSUM(np.object_id, np.procedure_number, o.modify_date,
                               HASHBYTES('SHA2_256', CAST(np.definition AS varbinary(8000)))) AS h
          FROM sys.numbered_procedures AS np
          LEFT JOIN sys.objects AS o ON o.object_id = np.object_id
       ) AS x
