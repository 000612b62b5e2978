-- Puts back what was leased and not extended in time, whatever run it is of; a database at which workers died again and again fails. Rows that
-- somebody holds locked are passed over: their publication is under way. The fence stays, so that nothing the late may still send counts.
WITH late AS (
    SELECT run_id, database_id
      FROM granary.work
     WHERE state = 'leased'
       AND lease_until < now()
       FOR UPDATE SKIP LOCKED),
given_up AS (
    UPDATE granary.work AS w
       SET state = 'done', outcome = 'failed', code = 'lost-lease', reason = :reason, lease_until = NULL, ended_at = now()
      FROM late
     WHERE w.run_id = late.run_id
       AND w.database_id = late.database_id
       AND w.attempts >= :most
 RETURNING w.database_id),
stale AS (
    UPDATE granary.database AS d
       SET stale_reason = :reason, stale_since = COALESCE(d.stale_since, now())
      FROM given_up
     WHERE d.id = given_up.database_id)
UPDATE granary.work AS w
   SET state = 'queued', owner = NULL, lease_until = NULL
  FROM late
 WHERE w.run_id = late.run_id
   AND w.database_id = late.database_id
   AND w.attempts < :most
