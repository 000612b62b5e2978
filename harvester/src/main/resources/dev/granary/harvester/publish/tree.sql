-- Builds the tree over what is incoming, stores the nodes that are new (sorted by hash, against deadlocks) and returns the root's hashes.
-- Bucket: [[kind,name,definition,structure],...]; schema: [[bucket,hash,structure],...]; root: {"database":[hash,structure],"schemas":
-- [[name,hash,structure],...],"security":[hash]}, where security, a bucket of the principals, is left out if there are none. A node's structure
-- hash is over the same JSON without the full hashes and without security. How many buckets a schema has is the smallest power of two that
-- leaves about 100 objects in each; which one an object falls into depends on its kind and name alone.
WITH leaf AS MATERIALIZED (
    SELECT k.security, i.schema_name_id, s.name AS schema_name, k.name AS kind, n.name, i.hash, i.structure_hash,
           sha256(convert_to(k.name, 'UTF8') || '\x00'::bytea || convert_to(n.name, 'UTF8')) AS place
      FROM incoming AS i
      JOIN granary.object_kind AS k ON k.code = i.kind
      JOIN granary.name AS n ON n.id = i.name_id
      LEFT JOIN granary.name AS s ON s.id = i.schema_name_id
), schema_size AS (
    SELECT l.schema_name_id,
           (1::bigint << length(ltrim(((count(*) + 99) / 100 - 1)::integer::bit(32)::text, '0'))) - 1 AS mask
      FROM leaf AS l
     GROUP BY l.schema_name_id
), placed AS (
    SELECT l.security, l.schema_name_id, l.schema_name, l.kind, l.name, l.hash, l.structure_hash,
           CASE WHEN l.schema_name_id IS NULL THEN 0
                ELSE (get_byte(l.place, 0)::bigint << 24 | get_byte(l.place, 1) << 16 | get_byte(l.place, 2) << 8 | get_byte(l.place, 3))
                     & z.mask END AS bucket
      FROM leaf AS l
      JOIN schema_size AS z ON z.schema_name_id IS NOT DISTINCT FROM l.schema_name_id
), bucket_json AS (
    SELECT p.security, p.schema_name_id, p.schema_name, p.bucket,
           '[' || string_agg('["' || p.kind || '",' || to_json(p.name)::text || ',"' || encode(p.hash, 'hex') || '","'
                             || encode(p.structure_hash, 'hex') || '"]', ','
                             ORDER BY p.kind COLLATE "C", p.name COLLATE "C") || ']' AS body,
           '[' || string_agg('["' || p.kind || '",' || to_json(p.name)::text || ',"' || encode(p.structure_hash, 'hex') || '"]', ','
                             ORDER BY p.kind COLLATE "C", p.name COLLATE "C") || ']' AS structure
      FROM placed AS p
     GROUP BY p.security, p.schema_name_id, p.schema_name, p.bucket
), bucket AS MATERIALIZED (
    SELECT b.security, b.schema_name_id, b.schema_name, b.bucket, b.body,
           sha256(convert_to(b.body, 'UTF8')) AS hash,
           sha256(convert_to(b.structure, 'UTF8')) AS structure_hash
      FROM bucket_json AS b
), schema_json AS (
    SELECT b.schema_name,
           '[' || string_agg('[' || b.bucket || ',"' || encode(b.hash, 'hex') || '","' || encode(b.structure_hash, 'hex') || '"]', ','
                             ORDER BY b.bucket) || ']' AS body,
           '[' || string_agg('[' || b.bucket || ',"' || encode(b.structure_hash, 'hex') || '"]', ',' ORDER BY b.bucket) || ']' AS structure
      FROM bucket AS b
     WHERE b.schema_name_id IS NOT NULL
     GROUP BY b.schema_name
), schema_node AS MATERIALIZED (
    SELECT s.schema_name, s.body,
           sha256(convert_to(s.body, 'UTF8')) AS hash,
           sha256(convert_to(s.structure, 'UTF8')) AS structure_hash
      FROM schema_json AS s
), root_json AS (
    SELECT '{"database":' || coalesce((SELECT '["' || encode(b.hash, 'hex') || '","' || encode(b.structure_hash, 'hex') || '"]'
                                         FROM bucket AS b WHERE b.schema_name_id IS NULL AND NOT b.security), 'null')
           || ',"schemas":[' || coalesce(string_agg('[' || to_json(s.schema_name)::text || ',"' || encode(s.hash, 'hex') || '","'
                                                    || encode(s.structure_hash, 'hex') || '"]', ','
                                                    ORDER BY s.schema_name COLLATE "C"), '') || ']'
           || coalesce((SELECT ',"security":["' || encode(b.hash, 'hex') || '"]' FROM bucket AS b WHERE b.security), '') || '}' AS body,
           '{"database":' || coalesce((SELECT '["' || encode(b.structure_hash, 'hex') || '"]'
                                         FROM bucket AS b WHERE b.schema_name_id IS NULL AND NOT b.security), 'null')
           || ',"schemas":[' || coalesce(string_agg('[' || to_json(s.schema_name)::text || ',"' || encode(s.structure_hash, 'hex') || '"]', ','
                                                    ORDER BY s.schema_name COLLATE "C"), '') || ']}' AS structure
      FROM schema_node AS s
), root AS MATERIALIZED (
    SELECT r.body,
           sha256(convert_to(r.body, 'UTF8')) AS hash,
           sha256(convert_to(r.structure, 'UTF8')) AS structure_hash
      FROM root_json AS r
), stored AS (
    INSERT INTO granary.tree_node (hash, body)
    SELECT DISTINCT ON (n.hash) n.hash, n.body
      FROM (SELECT hash, body FROM bucket
            UNION ALL SELECT hash, body FROM schema_node
            UNION ALL SELECT hash, body FROM root) AS n
     ORDER BY n.hash
        ON CONFLICT (hash) DO NOTHING
)
SELECT hash, structure_hash FROM root
