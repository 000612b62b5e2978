-- Marks the parts that no definition has.
INSERT INTO granary.unreferenced_part (part_id, since)
SELECT p.id, :now
  FROM granary.part AS p
 WHERE NOT EXISTS (SELECT 1 FROM granary.definition_part AS d WHERE d.part_id = p.id)
    ON CONFLICT (part_id) DO NOTHING
