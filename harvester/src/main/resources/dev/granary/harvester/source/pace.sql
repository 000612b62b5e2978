-- Reserves the next moment at which a statement may be sent to a server, whichever process sends it; one row: how many seconds until then.
INSERT INTO granary.server_pace AS p (server_id, next_statement_at)
VALUES (:server, clock_timestamp() + make_interval(secs => :gap))
ON CONFLICT (server_id) DO UPDATE
   SET next_statement_at = GREATEST(p.next_statement_at, clock_timestamp()) + make_interval(secs => :gap)
RETURNING CAST(extract(epoch FROM next_statement_at - make_interval(secs => :gap) - clock_timestamp()) AS float8)
