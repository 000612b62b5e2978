-- Notes that a run does not try a database, unless the run is through with it.
INSERT INTO granary.work AS w (run_id, database_id, state, outcome, code, reason, started_at, ended_at)
VALUES (:run, :database, 'done', 'skipped', :code, :reason, now(), now())
ON CONFLICT (run_id, database_id) DO UPDATE
   SET state = 'done', outcome = 'skipped', code = excluded.code, reason = excluded.reason, lease_until = NULL,
       ended_at = excluded.ended_at
 WHERE w.state <> 'done'
