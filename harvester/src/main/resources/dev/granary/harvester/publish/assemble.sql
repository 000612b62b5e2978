-- One row per staged object: the hashes of its definition, which is the list of its parts, and the names the system made for it.
-- The hashed bytes are canonical JSON: {"kind":"table","parts":{"columns":"<hex>","text":null}}; null is a part that could not be read.
WITH parts AS (
    SELECT p.space, p.source_id,
           string_agg('"' || a.name || '":' || coalesce('"' || encode(p.hash, 'hex') || '"', 'null'), ','
                      ORDER BY a.name COLLATE "C") AS every,
           string_agg('"' || a.name || '":' || coalesce('"' || encode(p.hash, 'hex') || '"', 'null'), ','
                      ORDER BY a.name COLLATE "C") FILTER (WHERE a.structural) AS structural
      FROM staged_part AS p
      JOIN granary.aspect AS a ON a.code = p.aspect
     GROUP BY p.space, p.source_id
), system_names AS (
    SELECT n.space, n.source_id, json_object_agg(n.place, n.name ORDER BY n.place COLLATE "C")::text AS names
      FROM staged_system_name AS n
     GROUP BY n.space, n.source_id
)
INSERT INTO incoming (space, source_id, kind, schema_name_id, name_id, created_at, modified_at, hash, structure_hash, system_names)
SELECT o.space, o.source_id, o.kind, o.schema_name_id, o.name_id, o.created_at, o.modified_at,
       sha256(convert_to('{"kind":"' || k.name || '","parts":{' || coalesce(p.every, '') || '}}', 'UTF8')),
       sha256(convert_to('{"kind":"' || k.name || '","parts":{' || coalesce(p.structural, '') || '}}', 'UTF8')),
       n.names
  FROM staged_object AS o
  JOIN granary.object_kind AS k ON k.code = o.kind
  LEFT JOIN parts AS p ON p.space = o.space AND p.source_id = o.source_id
  LEFT JOIN system_names AS n ON n.space = o.space AND n.source_id = o.source_id
