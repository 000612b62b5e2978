-- How the measuring of a database fared.
INSERT INTO granary.measurement (database_id, measured_at, status, indexes, code, reason)
VALUES (:database, now(), :status, :indexes, :code, :reason)
    ON CONFLICT (database_id) DO UPDATE
   SET measured_at = excluded.measured_at, status = excluded.status, indexes = excluded.indexes, code = excluded.code,
       reason = excluded.reason
