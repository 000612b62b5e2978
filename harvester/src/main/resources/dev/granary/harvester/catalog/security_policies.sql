-- One row per predicate of a row-level security policy, by the policy's object_id and the predicate; one row for a policy without any. Aliases
-- are the components of SecurityPolicyRow.
-- Needs VIEW DEFINITION; without it the predicates are hidden, and a target that the login may not see has NULL names.
SELECT sp.object_id              AS object_id,
       sp.is_enabled             AS enabled,
       sp.is_schema_bound        AS schema_bound,
       sp.is_not_for_replication AS not_for_replication,
       pr.security_predicate_id  AS predicate_id,
       pr.predicate_type_desc    AS predicate_type,
       pr.operation_desc         AS operation,
       ts.name                   AS target_schema,
       t.name                    AS target_name,
       pr.predicate_definition   AS predicate
  FROM sys.security_policies AS sp
  LEFT JOIN sys.security_predicates AS pr ON pr.object_id = sp.object_id
  LEFT JOIN sys.objects AS t ON t.object_id = pr.target_object_id
  LEFT JOIN sys.schemas AS ts ON ts.schema_id = t.schema_id
 ORDER BY sp.object_id, pr.security_predicate_id
