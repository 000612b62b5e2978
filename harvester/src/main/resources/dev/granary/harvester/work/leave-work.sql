-- Ends a leased row as skipped: what it asks for is done elsewhere.
UPDATE granary.work
   SET state = 'done', outcome = 'skipped', code = :code, reason = :reason, lease_until = NULL, ended_at = now()
 WHERE run_id = :run
   AND database_id = :database
   AND state = 'leased'
   AND fence = :fence
