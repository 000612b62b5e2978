-- Ends a leased row as failed or skipped and marks the database stale, both or neither: only the holder of the latest lease may. One row: whether he was.
WITH ended AS (
    UPDATE granary.work
       SET state = 'done', outcome = :outcome, section = :section, code = :code, reason = :reason, lease_until = NULL, ended_at = now()
     WHERE run_id = :run
       AND database_id = :database
       AND state = 'leased'
       AND fence = :fence
       AND owner = :owner
 RETURNING database_id),
stale AS (
    UPDATE granary.database AS d
       SET stale_reason = :reason, stale_since = COALESCE(d.stale_since, now())
      FROM ended
     WHERE d.id = ended.database_id
       AND d.stale_reason IS DISTINCT FROM :reason)
SELECT EXISTS (SELECT FROM ended)
