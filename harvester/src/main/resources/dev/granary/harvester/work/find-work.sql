-- One row, or none: a server with a database that can be leased now, locked against other leases of its databases until the transaction ends, so
-- that what is counted next stays true. A null :run means any running run. Of a queued row, lease_until is the time before which it rests.
-- Servers that nobody is at come first, of these the :connected ones to which the caller need not connect anew, and the least busy of the others
-- next, so that a slow server does not gather all workers. Guests count, those who wait too: what becomes free is theirs. A server in breaker's rest
-- is passed over; after it, one may try. Servers are walked one by one along the index, and of each no more than one database: LIMIT keeps the
-- planner from gathering them all, and beginning at the first run keeps it from what older runs left in the index.
WITH RECURSIVE first AS (
    SELECT COALESCE(CAST(:run AS bigint), min(id)) AS id
      FROM granary.run
     WHERE status = 'running'),
busy AS MATERIALIZED (
    SELECT server_id, count(*) AS taken
      FROM (SELECT server_id FROM granary.work WHERE state = 'leased'
             UNION ALL
            SELECT server_id FROM granary.guest WHERE until > now()) AS places
     GROUP BY server_id),
waiting AS (
    (SELECT server_id
       FROM granary.work
      WHERE state = 'queued'
        AND run_id >= (SELECT id FROM first)
      ORDER BY server_id
      LIMIT 1)
     UNION ALL
    SELECT (SELECT w.server_id
              FROM granary.work AS w
             WHERE w.state = 'queued'
               AND w.run_id >= (SELECT id FROM first)
               AND w.server_id > waiting.server_id
             ORDER BY w.server_id
             LIMIT 1)
      FROM waiting
     WHERE waiting.server_id IS NOT NULL),
candidate AS NOT MATERIALIZED (
    SELECT server_id, true AS near FROM unnest(CAST(:connected AS int[])) AS connected (server_id)
     UNION ALL
    SELECT server_id, false FROM waiting),
open AS NOT MATERIALIZED (
    SELECT s.id AS server_id, candidate.near, COALESCE(busy.taken, 0) AS taken,
           CASE WHEN b.failures >= :failures THEN 1 ELSE COALESCE(CAST(s.settings #>> '{limits,connections}' AS int), 1) END AS most,
           CAST(s.settings #>> '{limits,sourceSecondsPerRun}' AS int) AS source_seconds
      FROM candidate
      JOIN granary.server AS s ON s.id = candidate.server_id
      LEFT JOIN busy ON busy.server_id = s.id
      LEFT JOIN granary.server_breaker AS b ON b.server_id = s.id
     CROSS JOIN LATERAL (
           SELECT w.database_id
             FROM granary.work AS w
             JOIN granary.run AS r ON r.id = w.run_id
            WHERE w.state = 'queued'
              AND w.server_id = s.id
              AND w.run_id >= (SELECT id FROM first)
              AND (CAST(:run AS bigint) IS NULL OR w.run_id = :run)
              AND r.status = 'running'
              AND (w.lease_until IS NULL OR w.lease_until <= now())
              AND NOT EXISTS (
                  SELECT
                    FROM granary.work AS held
                   WHERE held.state = 'leased'
                     AND held.database_id = w.database_id)
            LIMIT 1) AS any_database
     WHERE (b.rest_until IS NULL OR b.rest_until <= now())
       AND COALESCE(busy.taken, 0)
           < CASE WHEN b.failures >= :failures THEN 1 ELSE COALESCE(CAST(s.settings #>> '{limits,connections}' AS int), 1) END),
chosen AS (
    (SELECT * FROM open WHERE near AND taken = 0 LIMIT 1)
     UNION ALL
    (SELECT * FROM open WHERE NOT near AND taken = 0 LIMIT 1)
     UNION ALL
    (SELECT * FROM open WHERE NOT near AND taken > 0 ORDER BY taken LIMIT 1)
     LIMIT 1)
SELECT server_id, most, source_seconds, pg_advisory_xact_lock(:lock, server_id)
  FROM (SELECT * FROM chosen OFFSET 0) AS c
