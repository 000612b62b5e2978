-- Writes a request and wakes the harvester; returns it as it was written.
WITH asked AS (
    INSERT INTO granary.request (kind, body, requested_by)
    VALUES (:kind, CAST(:body AS jsonb), :by)
    RETURNING id, kind, requested_by, requested_at
)
SELECT a.id, a.kind, 'queued' AS status, a.requested_by, a.requested_at, CAST(NULL AS timestamptz) AS taken_at, CAST(NULL AS bigint) AS run,
       NULL AS reason
  FROM asked AS a
 CROSS JOIN LATERAL (SELECT pg_notify('granary_request', CAST(a.id AS text))) AS woken
