-- One row: the defaults of columns. Needs VIEW DEFINITION.
-- A default cannot be altered, only dropped and made anew, so its object_id stands for its expression.
SELECT COUNT_BIG(*) AS row_count, MAX(x.id) AS max_id, SUM(CAST(x.h AS bigint)) AS sum_h, CHECKSUM_AGG(x.h) AS agg_h
  FROM (SELECT dc.object_id AS id,
               BINARY_CHECKSUM(dc.object_id, dc.parent_object_id, dc.parent_column_id, dc.create_date,
                               dc.is_system_named, -- needs sys.default_constraints.is_system_named
                               CAST(dc.name AS varbinary(256))) AS h
          FROM sys.default_constraints AS dc
       ) AS x
