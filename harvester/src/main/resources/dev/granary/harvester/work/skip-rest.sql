-- Ends what a run has still queued of a server, and marks its databases stale with the reason.
WITH ended AS (
    UPDATE granary.work AS w
       SET state = 'done', outcome = :outcome, code = :code, reason = :reason, lease_until = NULL, ended_at = now()
     WHERE w.run_id = :run
       AND w.server_id = :server
       AND w.state = 'queued'
 RETURNING w.database_id)
UPDATE granary.database AS d
   SET stale_reason = :reason, stale_since = COALESCE(d.stale_since, now())
  FROM ended
 WHERE d.id = ended.database_id
