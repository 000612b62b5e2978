-- One row per database that a run did not try.
SELECT s.name AS server, d.name AS database, COALESCE(w.code, 'skipped') AS code, COALESCE(w.reason, '') AS reason
  FROM granary.work AS w
  JOIN granary.database AS d ON d.id = w.database_id
  JOIN granary.server AS s ON s.id = d.server_id
 WHERE w.run_id = :run
   AND w.outcome = 'skipped'
 ORDER BY s.name, d.name
