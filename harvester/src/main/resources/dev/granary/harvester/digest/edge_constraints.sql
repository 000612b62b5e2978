-- One row: edge constraints and their clauses, by the ids of the node tables. Needs VIEW DEFINITION; the views exist since SQL Server 2019.
SELECT COUNT_BIG(*) AS row_count, MAX(x.id) AS max_id, SUM(CAST(x.h AS bigint)) AS sum_h, CHECKSUM_AGG(x.h) AS agg_h
  FROM (SELECT ec.object_id AS id,
               BINARY_CHECKSUM(ec.object_id, ec.parent_object_id, ec.is_system_named, ec.is_disabled, ec.is_not_trusted,
                               ec.delete_referential_action, cl.from_object_id, cl.to_object_id,
                               CAST(ec.name AS varbinary(256))) AS h
          FROM sys.edge_constraints AS ec
          LEFT JOIN sys.edge_constraint_clauses AS cl ON cl.object_id = ec.object_id
       ) AS x
