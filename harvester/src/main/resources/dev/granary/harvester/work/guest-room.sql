-- One row: whether a server takes one more guest, asked by one who holds the server's lock. Leases and seated guests count, and those who wait and
-- came before :waiting; before one who has not waited yet (null), all. A server whose breaker has counted :failures admits one in all.
SELECT (SELECT count(*)
          FROM granary.work AS w
         WHERE w.state = 'leased'
           AND w.server_id = s.id
           AND COALESCE(w.lease_until > now(), true))
       + (SELECT count(*)
            FROM granary.guest AS g
           WHERE g.server_id = s.id
             AND g.until > now()
             AND (g.seated OR CAST(:waiting AS bigint) IS NULL OR g.id < :waiting))
       < CASE WHEN b.failures >= :failures THEN 1 ELSE COALESCE(CAST(s.settings #>> '{limits,connections}' AS int), 1) END
  FROM granary.server AS s
  LEFT JOIN granary.server_breaker AS b ON b.server_id = s.id
 WHERE s.id = :server
