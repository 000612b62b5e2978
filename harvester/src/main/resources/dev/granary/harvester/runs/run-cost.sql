-- One row: what a run has cost its servers, in reading databases and in asking which there are. Aliases are the components of HarvestReport.Cost.
SELECT COALESCE(sum(c.connections), 0)   AS connections,
       COALESCE(sum(c.round_trips), 0)   AS round_trips,
       COALESCE(sum(c.rows), 0)          AS rows,
       COALESCE(sum(c.bytes_in), 0)      AS bytes_in,
       COALESCE(sum(c.bytes_out), 0)     AS bytes_out,
       COALESCE(sum(c.source_millis), 0) AS source_millis,
       COALESCE(sum(c.attempts), 0)      AS attempts
  FROM (SELECT connections, round_trips, rows, bytes_in, bytes_out, source_millis, attempts
          FROM granary.work
         WHERE run_id = :run
         UNION ALL
        SELECT connections, round_trips, rows, bytes_in, bytes_out, source_millis, 0
          FROM granary.run_server
         WHERE run_id = :run) AS c
