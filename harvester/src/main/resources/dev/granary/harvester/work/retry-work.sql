-- Gives a leased row back to be tried again after a rest, if it was not tried too often.
UPDATE granary.work
   SET state = 'queued', owner = NULL, lease_until = now() + make_interval(secs => :restSeconds)
 WHERE run_id = :run
   AND database_id = :database
   AND state = 'leased'
   AND fence = :fence
   AND owner = :owner
   AND attempts < :attempts
