-- Notes that a run holds a database without having tried to read it.
INSERT INTO granary.work AS w (run_id, database_id, state, outcome, code, reason, started_at, ended_at)
VALUES (:run, :database, 'done', 'held', :code, :reason, now(), now())
ON CONFLICT (run_id, database_id) DO UPDATE
   SET state = 'done', outcome = 'held', code = excluded.code, reason = excluded.reason, lease_until = NULL, ended_at = excluded.ended_at
 WHERE w.state <> 'done'
