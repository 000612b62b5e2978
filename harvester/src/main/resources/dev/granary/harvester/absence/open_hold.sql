-- The database's open hold as this harvest found it, or a new one. A doubt that only a person ends stays the hold's reason.
INSERT INTO granary.hold AS h (database_id, run_id, code, reason)
VALUES (:database, :run, :code, :reason)
    ON CONFLICT (database_id) WHERE state = 'open' DO UPDATE
   SET updated_at = now(),
       reason = excluded.reason,
       code = CASE WHEN h.code IN ('too-many-losses', 'filter-changed') THEN h.code ELSE excluded.code END
RETURNING id
