-- One row per run below :before, the latest first, with how many of its databases ended how.
SELECT r.id AS run, r.status, COALESCE(r.mode, 'full') AS mode, r.started_at, r.ended_at,
       w.total, w.published, w.unchanged, w.held, w.failed, w.skipped
  FROM granary.run AS r
 CROSS JOIN LATERAL (
       SELECT count(*)                                      AS total,
              count(*) FILTER (WHERE outcome = 'published') AS published,
              count(*) FILTER (WHERE outcome = 'unchanged') AS unchanged,
              count(*) FILTER (WHERE outcome = 'held')      AS held,
              count(*) FILTER (WHERE outcome = 'failed')    AS failed,
              count(*) FILTER (WHERE outcome = 'skipped')   AS skipped
         FROM granary.work
        WHERE run_id = r.id) AS w
 WHERE r.kind = 'harvest'
   AND r.id < :before
 ORDER BY r.id DESC
 LIMIT :limit
