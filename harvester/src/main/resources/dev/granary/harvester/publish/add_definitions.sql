-- Stores the fresh definitions with their parts; sorted by hash, so that concurrent harvests cannot deadlock. Their parts in the order in which
-- they are looked up: together.
WITH added AS (
    INSERT INTO granary.definition (hash, structure_hash, kind, format)
    SELECT f.hash, f.structure_hash, f.kind, 1
      FROM fresh_definition AS f
     ORDER BY f.hash
        ON CONFLICT (hash) DO NOTHING
    RETURNING id, hash
)
INSERT INTO granary.definition_part (definition_id, aspect, part_id)
SELECT a.id, s.aspect, p.id
  FROM added AS a
  JOIN fresh_definition AS f ON f.hash = a.hash
  JOIN staged_part AS s ON s.space = f.space AND s.source_id = f.source_id
  LEFT JOIN granary.part AS p ON p.hash = s.hash
 ORDER BY a.id, s.aspect
