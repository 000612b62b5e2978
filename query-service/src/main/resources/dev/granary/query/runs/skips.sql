-- One row per database that one of the given runs did not try; by run, server and database.
SELECT w.run_id AS run, s.name AS server, d.name AS database, COALESCE(w.code, 'skipped') AS code, COALESCE(w.reason, '') AS reason
  FROM granary.work     AS w
  JOIN granary.database AS d ON d.id = w.database_id
  JOIN granary.server   AS s ON s.id = d.server_id
 WHERE w.run_id IN (:runs)
   AND w.outcome = 'skipped'
 ORDER BY w.run_id, s.name, d.name
