-- One row: row-level security policies and their predicates, by the ids of the tables. Needs VIEW DEFINITION; the views exist since 2016.
-- Only the first 4,000 characters of a predicate count.
SELECT COUNT_BIG(*) AS row_count, MAX(x.id) AS max_id, SUM(CAST(x.h AS bigint)) AS sum_h, CHECKSUM_AGG(x.h) AS agg_h
  FROM (SELECT sp.object_id AS id,
               BINARY_CHECKSUM(sp.object_id, sp.is_enabled, sp.is_schema_bound, sp.is_not_for_replication,
                               pr.security_predicate_id, pr.predicate_type, pr.operation, pr.target_object_id,
                               HASHBYTES('SHA2_256', CAST(pr.predicate_definition AS varbinary(8000)))) AS h
          FROM sys.security_policies AS sp
          LEFT JOIN sys.security_predicates AS pr ON pr.object_id = sp.object_id
       ) AS x
