-- What the sweep met at a server; the row is written only when that differs from the last time. Nulls keep what was known of the engine.
UPDATE granary.server AS s
   SET version = COALESCE(CAST(:version AS text), s.version),
       engine_edition = COALESCE(CAST(:engineEdition AS int), s.engine_edition),
       status = :status,
       reason = :reason,
       seen_at = CASE WHEN :status = 'reachable' THEN now() ELSE s.seen_at END
 WHERE s.id = :server
   AND (s.status, s.reason, s.version, s.engine_edition)
       IS DISTINCT FROM (CAST(:status AS text), CAST(:reason AS text),
                         COALESCE(CAST(:version AS text), s.version), COALESCE(CAST(:engineEdition AS int), s.engine_edition))
