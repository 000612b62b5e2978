-- What a look at a server found. Version and last success stay as they were while it is out of reach.
INSERT INTO granary.server_health AS h (server_id, failures, checked_at, success_at, latency_ms, status, version, reason)
VALUES (:server,
        CASE WHEN :status = 'reachable' THEN 0 ELSE 1 END,
        now(),
        CASE WHEN :status = 'reachable' THEN now() END,
        CAST(:latency AS double precision), :status, CAST(:version AS text), CAST(:reason AS text))
ON CONFLICT (server_id) DO UPDATE
   SET failures = CASE WHEN excluded.status = 'reachable' THEN 0 ELSE h.failures + 1 END,
       checked_at = excluded.checked_at,
       success_at = COALESCE(excluded.success_at, h.success_at),
       latency_ms = excluded.latency_ms,
       status = excluded.status,
       version = COALESCE(excluded.version, h.version),
       reason = excluded.reason
