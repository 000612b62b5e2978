-- Stores the definitions that no one has stored yet, with their parts; sorted by hash, so that concurrent harvests cannot deadlock.
WITH fresh AS (
    SELECT DISTINCT ON (i.hash) i.hash, i.structure_hash, i.kind, i.space, i.source_id
      FROM incoming AS i
     WHERE NOT EXISTS (SELECT 1 FROM granary.definition AS d WHERE d.hash = i.hash)
     ORDER BY i.hash
), added AS (
    INSERT INTO granary.definition (hash, structure_hash, kind, format)
    SELECT f.hash, f.structure_hash, f.kind, 1
      FROM fresh AS f
     ORDER BY f.hash
        ON CONFLICT (hash) DO NOTHING
    RETURNING id, hash
)
INSERT INTO granary.definition_part (definition_id, aspect, part_id)
SELECT a.id, s.aspect, p.id
  FROM added AS a
  JOIN fresh AS f ON f.hash = a.hash
  JOIN staged_part AS s ON s.space = f.space AND s.source_id = f.source_id
  LEFT JOIN granary.part AS p ON p.hash = s.hash
