-- Extends a lease, for its holder only. Locks the row before it asks for the time: a publication that holds it may have had to be waited for.
WITH held AS MATERIALIZED (
    SELECT run_id, database_id
      FROM granary.work
     WHERE run_id = :run
       AND database_id = :database
       AND state = 'leased'
       AND fence = :fence
       AND owner = :owner
       FOR NO KEY UPDATE)
UPDATE granary.work AS w
   SET lease_until = clock_timestamp() + make_interval(secs => :leaseSeconds)
  FROM held
 WHERE w.run_id = held.run_id
   AND w.database_id = held.database_id
