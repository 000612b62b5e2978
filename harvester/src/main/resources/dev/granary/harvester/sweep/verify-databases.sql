-- Databases whose digests are what they were: their snapshots hold until then, they are current again, and the run is through with them.
WITH verified AS (
    SELECT v.database_id, v.sequence
      FROM unnest(CAST(:databases AS int[]), CAST(:sequences AS int[])) AS v (database_id, sequence)
), snapshot AS (
    UPDATE granary.snapshot AS s
       SET verified_at = GREATEST(s.verified_at, :at)
      FROM verified AS v
     WHERE s.database_id = v.database_id
       AND s.sequence = v.sequence
    RETURNING s.database_id, s.sequence, s.objects, s.columns
), current_again AS (
    UPDATE granary.database AS d
       SET stale_reason = NULL, stale_since = NULL
      FROM verified AS v
     WHERE d.id = v.database_id
       AND d.stale_reason IS NOT NULL
)
INSERT INTO granary.work AS w (run_id, database_id, state, outcome, sequence, objects, columns, started_at, ended_at)
SELECT :run, s.database_id, 'done', 'unchanged', s.sequence, s.objects, s.columns, now(), now()
  FROM snapshot AS s
ON CONFLICT (run_id, database_id) DO UPDATE
   SET state = 'done', outcome = 'unchanged', code = NULL, reason = NULL, sequence = excluded.sequence, objects = excluded.objects,
       columns = excluded.columns, ended_at = excluded.ended_at
 WHERE w.outcome = 'skipped'
