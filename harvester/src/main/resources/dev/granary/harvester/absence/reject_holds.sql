-- Keeps what holds list, and asks no more about it.
UPDATE granary.hold
   SET state = 'rejected', release_run_id = NULL, decided_at = now(), decided_by = :by, note = :note
 WHERE id = ANY (:holds)
   AND state = 'open'
