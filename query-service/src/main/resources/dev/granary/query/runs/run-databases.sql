-- One row per database of a run, by its id, with what came of it and what it cost its server.
SELECT d.id AS database_id, s.name AS server, d.name AS database, w.state, w.outcome, w.attempts, w.code, w.reason, w.connections, w.round_trips,
       w.rows, w.bytes_in, w.bytes_out, w.source_millis
  FROM granary.work     AS w
  JOIN granary.database AS d ON d.id = w.database_id
  JOIN granary.server   AS s ON s.id = d.server_id
 WHERE w.run_id = :run
   AND w.database_id > :after
 ORDER BY w.database_id
 LIMIT :limit
