-- What the harvests that are under way were asked for.
SELECT CAST(requested AS text)
  FROM granary.run
 WHERE kind = :kind
   AND status = 'running'
   AND heartbeat_at >= now() - dead_after
