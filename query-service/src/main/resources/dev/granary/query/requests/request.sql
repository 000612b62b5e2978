-- A request and what came of it. That no database matched is found out by the run itself, which then changed nothing.
SELECT q.id, q.kind,
       CASE WHEN q.outcome IS NULL THEN 'queued'
            WHEN p.reason IS NOT NULL THEN 'refused'
            ELSE q.outcome END          AS status,
       q.requested_by, q.requested_at, q.taken_at, q.run_id AS run,
       COALESCE(p.reason, q.reason)     AS reason
  FROM granary.request AS q
  LEFT JOIN granary.run_problem AS p ON p.run_id = q.run_id AND p.code = 'nothing-matches'
 WHERE q.id = :id
