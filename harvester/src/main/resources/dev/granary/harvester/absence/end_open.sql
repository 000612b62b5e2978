-- The open hold ends: this run was started to apply it, or there is nothing left to hold. What it listed stays on record.
UPDATE granary.hold
   SET state = CASE WHEN release_run_id = :run THEN 'applied' ELSE 'superseded' END, updated_at = now()
 WHERE database_id = :database
   AND state = 'open'
   AND (release_run_id = :run OR :nothing)
