-- Takes back what a dead process had leased. The fence stays, so that nothing it may still send counts.
UPDATE granary.work
   SET state = 'queued', owner = NULL, lease_until = NULL
 WHERE run_id = :run
   AND state = 'leased'
