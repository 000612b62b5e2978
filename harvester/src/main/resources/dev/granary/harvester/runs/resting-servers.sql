-- One row per server that is left to rest: a sentence.
SELECT format('%s rests until %s after %s failed connections (%s): %s', s.name,
              to_char(b.rest_until AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), b.failures, b.code, b.reason)
  FROM granary.server_breaker AS b
  JOIN granary.server AS s ON s.id = b.server_id
 WHERE b.rest_until > now()
 ORDER BY s.name
