-- Takes over a run whose process is dead, and takes back what that process had leased; no row if the run has ended or its heartbeat is young. Two
-- that try at once: one wins. The fences stay, so that nothing the dead may still send counts. The heartbeat is of the time when all that is done:
-- publications that are under way may have had to be waited for.
WITH dead AS (
    SELECT id, process
      FROM granary.run
     WHERE id = :run
       AND kind = 'harvest'
       AND status = 'running'
       AND heartbeat_at < now() - dead_after
       FOR NO KEY UPDATE),
back AS (
    UPDATE granary.work AS w
       SET state = 'queued', owner = NULL, lease_until = NULL
      FROM dead
     WHERE w.run_id = dead.id
       AND w.state = 'leased'
       AND (w.owner IS NULL OR starts_with(w.owner, dead.process || '/'))
 RETURNING w.database_id)
UPDATE granary.run AS r
   SET process = :process, heartbeat_at = clock_timestamp(), dead_after = make_interval(secs => :deadAfterSeconds)
  FROM dead, (SELECT count(*) FROM back) AS taken
 WHERE r.id = dead.id
RETURNING CAST(r.requested AS text)
