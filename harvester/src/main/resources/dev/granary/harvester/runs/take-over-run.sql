-- Takes over a run whose process is dead; no row if it has ended or its heartbeat is young. Two that try at once: one wins.
UPDATE granary.run
   SET process = :process, heartbeat_at = now()
 WHERE id = :run
   AND kind = 'harvest'
   AND status = 'running'
   AND heartbeat_at < now() - make_interval(secs => :deadAfterSeconds)
RETURNING CAST(requested AS text)
