-- Ends a leased row as failed, for the holder of its latest lease only.
UPDATE granary.work
   SET state = 'done', outcome = 'failed', section = :section, code = :code, reason = :reason, lease_until = NULL, ended_at = now()
 WHERE run_id = :run
   AND database_id = :database
   AND state = 'leased'
   AND fence = :fence
