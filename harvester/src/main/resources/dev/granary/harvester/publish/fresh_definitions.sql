-- The definitions that no one has stored yet, each with one object that has it. A table of its own, so that the planner knows its size.
INSERT INTO fresh_definition (hash, structure_hash, kind, space, source_id)
SELECT DISTINCT ON (i.hash) i.hash, i.structure_hash, i.kind, i.space, i.source_id
  FROM incoming AS i
 WHERE NOT EXISTS (SELECT 1 FROM granary.definition AS d WHERE d.hash = i.hash)
 ORDER BY i.hash
