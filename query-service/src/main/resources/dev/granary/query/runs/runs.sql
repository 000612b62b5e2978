-- One row per run below :before, the latest first, with how many of its databases ended how and what they cost their servers. A running run
-- that is not alive has no process behind it: one that serves takes it over, or somebody relaunches it.
SELECT r.id AS run, r.status, COALESCE(r.mode, 'full') AS mode, r.started_at, r.ended_at,
       r.status = 'running' AND r.heartbeat_at >= now() - r.dead_after AS alive,
       w.total, w.published, w.unchanged, w.held, w.failed, w.skipped, w.attempts,
       w.connections + s.connections AS connections, w.round_trips + s.round_trips AS round_trips, w.rows + s.rows AS rows,
       w.bytes_in + s.bytes_in AS bytes_in, w.bytes_out + s.bytes_out AS bytes_out, w.source_millis + s.source_millis AS source_millis
  FROM granary.run AS r
 CROSS JOIN LATERAL (
       SELECT count(*)                                      AS total,
              count(*) FILTER (WHERE outcome = 'published') AS published,
              count(*) FILTER (WHERE outcome = 'unchanged') AS unchanged,
              count(*) FILTER (WHERE outcome = 'held')      AS held,
              count(*) FILTER (WHERE outcome = 'failed')    AS failed,
              count(*) FILTER (WHERE outcome = 'skipped')   AS skipped,
              COALESCE(sum(attempts), 0)                    AS attempts,
              COALESCE(sum(connections), 0)                 AS connections,
              COALESCE(sum(round_trips), 0)                 AS round_trips,
              COALESCE(sum(rows), 0)                        AS rows,
              COALESCE(sum(bytes_in), 0)                    AS bytes_in,
              COALESCE(sum(bytes_out), 0)                   AS bytes_out,
              COALESCE(sum(source_millis), 0)               AS source_millis
         FROM granary.work
        WHERE run_id = r.id) AS w
 CROSS JOIN LATERAL (
       SELECT COALESCE(sum(connections), 0)                 AS connections,
              COALESCE(sum(round_trips), 0)                 AS round_trips,
              COALESCE(sum(rows), 0)                        AS rows,
              COALESCE(sum(bytes_in), 0)                    AS bytes_in,
              COALESCE(sum(bytes_out), 0)                   AS bytes_out,
              COALESCE(sum(source_millis), 0)               AS source_millis
         FROM granary.run_server
        WHERE run_id = r.id) AS s
 WHERE r.kind = 'harvest'
   AND r.id < :before
 ORDER BY r.id DESC
 LIMIT :limit
