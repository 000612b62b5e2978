-- Notes that a connection to a server failed. From the :most-th failure in a row on, the server is left to rest, each time twice as long; those
-- that were under way when its rest began do not prolong it. One row: how often it was left to rest since it last answered.
INSERT INTO granary.server_breaker AS b (server_id, failures, rests, rest_until, code, reason)
VALUES (:server, 1, CASE WHEN :most <= 1 THEN 1 ELSE 0 END, CASE WHEN :most <= 1 THEN now() + make_interval(secs => :restSeconds) END, :code, :reason)
ON CONFLICT (server_id) DO UPDATE
   SET failures = b.failures + 1,
       code = :code,
       reason = :reason,
       rests = b.rests + CASE WHEN b.failures + 1 >= :most AND COALESCE(b.rest_until <= now(), true) THEN 1 ELSE 0 END,
       rest_until = CASE WHEN b.failures + 1 >= :most AND COALESCE(b.rest_until <= now(), true)
                         THEN now() + make_interval(secs => :restSeconds * power(2, LEAST(b.rests, 6)))
                         ELSE b.rest_until END
RETURNING rests
