-- How the sweep fared with a fact; the row is written only where that is new.
INSERT INTO granary.server_fact_reading AS r (server_id, fact, since, status, code, reason)
VALUES (:server, :fact, now(), :status, :code, :reason)
    ON CONFLICT (server_id, fact) DO UPDATE
   SET since = now(), status = excluded.status, code = excluded.code, reason = excluded.reason
 WHERE (r.status, r.code, r.reason) IS DISTINCT FROM (excluded.status, excluded.code, excluded.reason)
