-- A hold of a whole database, which lists nothing; one that is open already is renewed. None where somebody rejected just that.
INSERT INTO granary.hold (database_id, run_id, code, reason)
SELECT :database, :run, :code, :reason
 WHERE NOT EXISTS (SELECT 1 FROM granary.hold AS h WHERE h.database_id = :database AND h.state = 'rejected' AND h.code = :code)
    ON CONFLICT (database_id) WHERE state = 'open' DO UPDATE
   SET updated_at = now(), code = excluded.code, reason = excluded.reason
