-- Marks the definitions that no placement has.
INSERT INTO granary.unreferenced_definition (definition_id, since)
SELECT d.id, :now
  FROM granary.definition AS d
 WHERE NOT EXISTS (SELECT 1 FROM granary.placement_current AS c WHERE c.definition_id = d.id)
   AND NOT EXISTS (SELECT 1 FROM granary.placement_closed AS c WHERE c.definition_id = d.id)
    ON CONFLICT (definition_id) DO NOTHING
