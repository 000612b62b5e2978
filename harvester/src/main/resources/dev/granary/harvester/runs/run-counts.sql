-- One row per run, the latest first, with how many of its databases ended how. A null :run means any.
SELECT r.id, r.status, r.mode, r.started_at, r.ended_at,
       r.status = 'running' AND r.heartbeat_at >= now() - r.dead_after AS alive,
       w.total, w.published, w.unchanged, w.held, w.failed, w.skipped
  FROM granary.run AS r
 CROSS JOIN LATERAL (
       SELECT count(*)                                       AS total,
              count(*) FILTER (WHERE outcome = 'published')  AS published,
              count(*) FILTER (WHERE outcome = 'unchanged')  AS unchanged,
              count(*) FILTER (WHERE outcome = 'held')       AS held,
              count(*) FILTER (WHERE outcome = 'failed')     AS failed,
              count(*) FILTER (WHERE outcome = 'skipped')    AS skipped
         FROM granary.work
        WHERE run_id = r.id) AS w
 WHERE r.kind = 'harvest'
   AND (CAST(:run AS bigint) IS NULL OR r.id = :run)
 ORDER BY r.id DESC
 LIMIT :limit
