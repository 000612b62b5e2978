-- Extends a lease, for its holder only.
UPDATE granary.work
   SET lease_until = now() + make_interval(secs => :leaseSeconds)
 WHERE run_id = :run
   AND database_id = :database
   AND state = 'leased'
   AND fence = :fence
   AND owner = :owner
