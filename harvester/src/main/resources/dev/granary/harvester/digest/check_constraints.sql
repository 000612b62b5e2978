-- One row: check constraints with the name of the column they stand at. Needs VIEW DEFINITION.
-- A check's condition cannot be altered, only dropped and made anew, so its object_id stands for it.
SELECT COUNT_BIG(*) AS row_count, MAX(x.id) AS max_id, SUM(CAST(x.h AS bigint)) AS sum_h, CHECKSUM_AGG(x.h) AS agg_h
  FROM (SELECT ck.object_id AS id,
               BINARY_CHECKSUM(ck.object_id, ck.parent_object_id, ck.parent_column_id, ck.create_date, ck.is_disabled, ck.is_not_trusted,
                               ck.is_not_for_replication, ck.is_system_named,
                               CAST(ck.name AS varbinary(256)),
                               CAST(c.name AS varbinary(256))) AS h
          FROM sys.check_constraints AS ck
          LEFT JOIN sys.columns AS c ON c.object_id = ck.parent_object_id AND c.column_id = ck.parent_column_id
       ) AS x
