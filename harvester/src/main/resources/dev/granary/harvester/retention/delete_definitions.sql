-- Deletes a batch of the definitions that were unreferenced since before :before and still are; a row per definition deleted.
WITH due AS MATERIALIZED (
    SELECT u.definition_id
      FROM granary.unreferenced_definition AS u
     WHERE u.since < :before
       AND NOT EXISTS (SELECT 1 FROM granary.placement_current AS c WHERE c.definition_id = u.definition_id)
       AND NOT EXISTS (SELECT 1 FROM granary.placement_closed AS c WHERE c.definition_id = u.definition_id)
     ORDER BY u.definition_id
     LIMIT :batch
), parts AS (
    DELETE FROM granary.definition_part AS p USING due WHERE p.definition_id = due.definition_id
), marks AS (
    DELETE FROM granary.unreferenced_definition AS u USING due WHERE u.definition_id = due.definition_id
)
DELETE FROM granary.definition AS d USING due WHERE d.id = due.definition_id
