-- Queues databases for a run; one that the run knows already stays as it is, unless an earlier sweep of the run had skipped it.
INSERT INTO granary.work AS w (run_id, database_id, server_id)
SELECT :run, d.id, d.server_id
  FROM granary.database AS d
 WHERE d.id = ANY (:databases)
 ORDER BY d.id
ON CONFLICT (run_id, database_id) DO UPDATE
   SET state = 'queued', outcome = NULL, code = NULL, reason = NULL, ended_at = NULL
 WHERE w.outcome = 'skipped'
