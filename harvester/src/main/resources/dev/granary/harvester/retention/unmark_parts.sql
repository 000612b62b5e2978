-- Takes the mark from those that a definition has again.
DELETE FROM granary.unreferenced_part AS u
 WHERE EXISTS (SELECT 1 FROM granary.definition_part AS d WHERE d.part_id = u.part_id)
