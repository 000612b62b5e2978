-- Leases one database of a server, or none, to a caller who holds the server's lock. Where the schedule started the run and the server has
-- blackouts, its schedule comes with it. What another run holds is passed over until it is free.
WITH next AS (
    SELECT w.run_id, w.database_id, r.requested
      FROM granary.work AS w
      JOIN granary.run AS r ON r.id = w.run_id
     WHERE w.state = 'queued'
       AND w.server_id = :server
       AND w.run_id >= COALESCE(CAST(:run AS bigint), (SELECT min(id) FROM granary.run WHERE status = 'running'))
       AND (CAST(:run AS bigint) IS NULL OR w.run_id = :run)
       AND r.status = 'running'
       AND (w.lease_until IS NULL OR w.lease_until <= now())
       AND NOT EXISTS (
           SELECT
             FROM granary.work AS held
            WHERE held.state = 'leased'
              AND held.database_id = w.database_id)
       AND (SELECT count(*) FROM granary.work AS held WHERE held.state = 'leased' AND held.server_id = :server)
           + (SELECT count(*) FROM granary.guest AS g WHERE g.server_id = :server AND g.until > now()) < :most
     ORDER BY w.run_id, w.database_id
     LIMIT 1
       FOR UPDATE OF w SKIP LOCKED)
UPDATE granary.work AS w
   SET state = 'leased',
       owner = :owner,
       fence = w.fence + 1,
       attempts = w.attempts + 1,
       lease_until = clock_timestamp() + make_interval(secs => :leaseSeconds),
       started_at = COALESCE(w.started_at, now())
  FROM next, granary.database AS d, granary.server AS s
 WHERE w.run_id = next.run_id
   AND w.database_id = next.database_id
   AND d.id = next.database_id
   AND s.id = d.server_id
RETURNING w.run_id, w.database_id, s.name AS server, d.name AS database, w.owner, w.fence,
          CASE WHEN CAST(next.requested ->> 'scheduled' AS boolean) AND s.settings #> '{schedule,blackout}' <> '[]'
               THEN CAST(s.settings -> 'schedule' AS text) END AS schedule
