-- One row per enabled server that is not paused: when it is harvested. A null :server means any.
SELECT s.name, CAST(s.settings -> 'schedule' AS text) AS schedule
  FROM granary.server AS s
 WHERE s.enabled
   AND (CAST(:server AS text) IS NULL OR s.name = :server)
   AND NOT EXISTS (SELECT FROM granary.server_pause AS p WHERE p.server_id = s.id AND (p.until IS NULL OR p.until > now()))
 ORDER BY s.name
