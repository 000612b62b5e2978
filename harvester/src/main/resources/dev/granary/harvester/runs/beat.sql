-- Renews the heartbeat of a run, for the process that holds it only. Locks the row before it asks for the time: whoever had to wait for it would
-- write down a heartbeat that is long past, and clock_timestamp() is asked before an UPDATE waits.
WITH held AS MATERIALIZED (
    SELECT id
      FROM granary.run
     WHERE id = :run
       AND status = 'running'
       AND process = :process
       FOR NO KEY UPDATE)
UPDATE granary.run AS r
   SET heartbeat_at = clock_timestamp()
  FROM held
 WHERE r.id = held.id
