-- Gives a leased row back as if it had not been tried, for its holder only: its process stops.
UPDATE granary.work
   SET state = 'queued', owner = NULL, lease_until = NULL, attempts = attempts - 1
 WHERE run_id = :run
   AND database_id = :database
   AND state = 'leased'
   AND fence = :fence
   AND owner = :owner
