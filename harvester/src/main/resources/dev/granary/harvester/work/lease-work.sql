-- Leases one database of a run, or none. Servers that are busy with as many databases as the registry allows are passed over; among the
-- others the least busy comes first, so that a slow server does not gather all workers. Of a queued row, lease_until is the time before which it rests.
WITH busy AS (
    SELECT d.server_id, count(*) AS databases
      FROM granary.work AS w
      JOIN granary.database AS d ON d.id = w.database_id
     WHERE w.run_id = :run
       AND w.state = 'leased'
       AND w.lease_until > now()
     GROUP BY d.server_id),
next AS (
    SELECT w.run_id, w.database_id, d.name AS database, s.name AS server
      FROM granary.work AS w
      JOIN granary.database AS d ON d.id = w.database_id
      JOIN granary.server AS s ON s.id = d.server_id
      LEFT JOIN busy ON busy.server_id = s.id
     WHERE w.run_id = :run
       AND w.state <> 'done'
       AND (w.lease_until IS NULL OR w.lease_until <= now())
       AND COALESCE(busy.databases, 0) < COALESCE(CAST(s.settings #>> '{limits,connections}' AS int), 1)
     ORDER BY COALESCE(busy.databases, 0), w.database_id
     LIMIT 1
       FOR UPDATE OF w SKIP LOCKED)
UPDATE granary.work AS w
   SET state = 'leased',
       owner = :owner,
       fence = w.fence + 1,
       attempts = w.attempts + 1,
       lease_until = now() + make_interval(secs => :leaseSeconds),
       started_at = COALESCE(w.started_at, now())
  FROM next
 WHERE w.run_id = next.run_id
   AND w.database_id = next.database_id
RETURNING w.run_id, w.database_id, next.server, next.database, w.owner, w.fence
