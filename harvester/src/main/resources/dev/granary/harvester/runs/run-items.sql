-- One row per database of a run, with what it has cost so far, the most expensive first.
SELECT s.name AS server, d.name AS database, COALESCE(w.outcome, w.state) AS outcome, w.code, w.connections, w.round_trips, w.rows, w.bytes_in,
       w.bytes_out, w.source_millis, w.attempts
  FROM granary.work AS w
  JOIN granary.database AS d ON d.id = w.database_id
  JOIN granary.server AS s ON s.id = d.server_id
 WHERE w.run_id = :run
 ORDER BY w.source_millis DESC, s.name, d.name
