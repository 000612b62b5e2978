-- The tree nodes under kept snapshots, for this session. A root names its schemas' nodes and the buckets of its branches; a schema names its buckets.
CREATE TEMPORARY TABLE IF NOT EXISTS reachable_node (hash bytea PRIMARY KEY);
TRUNCATE reachable_node;
WITH root AS MATERIALIZED (
    SELECT n.hash, n.body::jsonb AS body
      FROM (SELECT DISTINCT tree_hash FROM granary.snapshot WHERE thinned_at IS NULL) AS s
      JOIN granary.tree_node AS n ON n.hash = s.tree_hash
), branch AS (
    SELECT DISTINCT decode(b.value ->> 0, 'hex') AS hash
      FROM root AS r
     CROSS JOIN LATERAL jsonb_each(r.body) AS b (key, value)
     WHERE b.key <> 'schemas' AND jsonb_typeof(b.value) = 'array'
), schema_node AS MATERIALIZED (
    SELECT DISTINCT decode(s.value ->> 1, 'hex') AS hash
      FROM root AS r
     CROSS JOIN LATERAL jsonb_array_elements(r.body -> 'schemas') AS s (value)
), bucket AS (
    SELECT DISTINCT decode(b.value ->> 1, 'hex') AS hash
      FROM schema_node AS s
      JOIN granary.tree_node AS n ON n.hash = s.hash
     CROSS JOIN LATERAL jsonb_array_elements(n.body::jsonb) AS b (value)
)
INSERT INTO reachable_node (hash)
SELECT hash FROM root
UNION SELECT hash FROM branch
UNION SELECT hash FROM schema_node
UNION SELECT hash FROM bucket;
ANALYZE reachable_node
