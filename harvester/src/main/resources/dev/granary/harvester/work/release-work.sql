-- Gives back what this very transaction has leased, as if it had not been tried.
UPDATE granary.work
   SET state = 'queued', owner = NULL, lease_until = NULL, attempts = attempts - 1
 WHERE run_id = :run
   AND database_id = :database
   AND state = 'leased'
   AND fence = :fence
