-- Keeps what holds list, and asks no more about it: of all of them, or of none where one is not open any more.
WITH asked AS MATERIALIZED (
    SELECT id
      FROM granary.hold
     WHERE id = ANY (:holds)
       AND state = 'open'
     ORDER BY id
       FOR UPDATE)
UPDATE granary.hold AS h
   SET state = 'rejected', release_run_id = NULL, decided_at = now(), decided_by = :by, note = :note
  FROM asked
 WHERE h.id = asked.id
   AND (SELECT count(*) FROM asked) = cardinality(CAST(:holds AS int[]))
