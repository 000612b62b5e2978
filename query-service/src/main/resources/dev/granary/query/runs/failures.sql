-- One row per server or database of the given runs that could not be harvested, and per database that is held; by run, server and database.
SELECT p.run_id AS run, p.server, p.database, p.section, p.code, p.reason
  FROM granary.run_problem AS p
 WHERE p.run_id IN (:runs)
UNION ALL
SELECT w.run_id, s.name, d.name, w.section, COALESCE(w.code, w.outcome), COALESCE(w.reason, '')
  FROM granary.work     AS w
  JOIN granary.database AS d ON d.id = w.database_id
  JOIN granary.server   AS s ON s.id = d.server_id
 WHERE w.run_id IN (:runs)
   AND w.outcome IN ('failed', 'held')
 ORDER BY 1, 2, 3 NULLS FIRST
