-- Takes the mark from those that a placement has again.
DELETE FROM granary.unreferenced_definition AS u
 WHERE EXISTS (SELECT 1 FROM granary.placement_current AS c WHERE c.definition_id = u.definition_id)
    OR EXISTS (SELECT 1 FROM granary.placement_closed AS c WHERE c.definition_id = u.definition_id)
