-- Deletes a batch of the parts that were unreferenced since before :before and still are, with their projections; a row per part deleted.
WITH due AS MATERIALIZED (
    SELECT u.part_id
      FROM granary.unreferenced_part AS u
     WHERE u.since < :before
       AND NOT EXISTS (SELECT 1 FROM granary.definition_part AS d WHERE d.part_id = u.part_id)
     ORDER BY u.part_id
     LIMIT :batch
), columns AS (
    DELETE FROM granary.part_column AS c USING due WHERE c.part_id = due.part_id
), reference_rows AS (
    DELETE FROM granary.part_reference AS r USING due WHERE r.part_id = due.part_id
), marks AS (
    DELETE FROM granary.unreferenced_part AS u USING due WHERE u.part_id = due.part_id
)
DELETE FROM granary.part AS p USING due WHERE p.id = due.part_id
