-- Ends a run, for the process that holds it only; work that is still open then, as where the sweep broke off, is closed with it.
WITH ended AS (
    UPDATE granary.run
       SET status = :status, ended_at = now(), heartbeat_at = now()
     WHERE id = :run
       AND status = 'running'
       AND process = :process
 RETURNING id)
UPDATE granary.work AS w
   SET state = 'done', outcome = 'skipped', code = 'run-ended', reason = 'The run ended before the database was read.', owner = NULL,
       lease_until = NULL, ended_at = now()
  FROM ended
 WHERE w.run_id = ended.id
   AND w.state <> 'done'
