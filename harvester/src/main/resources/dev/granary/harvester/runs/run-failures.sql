-- One row per server or database of a run that could not be harvested.
SELECT p.server, p.database, p.section, p.code, p.reason
  FROM granary.run_problem AS p
 WHERE p.run_id = :run
UNION ALL
SELECT s.name, d.name, w.section, COALESCE(w.code, w.outcome), COALESCE(w.reason, '')
  FROM granary.work AS w
  JOIN granary.database AS d ON d.id = w.database_id
  JOIN granary.server AS s ON s.id = d.server_id
 WHERE w.run_id = :run
   AND w.outcome IN ('failed', 'held')
 ORDER BY 1, 2 NULLS FIRST
