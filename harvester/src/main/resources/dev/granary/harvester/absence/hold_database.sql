-- A hold of a whole database, which lists nothing; one that is open already is renewed.
INSERT INTO granary.hold (database_id, run_id, code, reason)
VALUES (:database, :run, :code, :reason)
    ON CONFLICT (database_id) WHERE state = 'open' DO UPDATE
   SET updated_at = now(), code = excluded.code, reason = excluded.reason
