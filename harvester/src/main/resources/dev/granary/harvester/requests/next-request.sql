-- The oldest request that nobody has taken; it stays locked until the transaction that takes it ends.
SELECT id, kind, CAST(body AS text) AS body, requested_by
  FROM granary.request
 WHERE outcome IS NULL
 ORDER BY id
 LIMIT 1
   FOR UPDATE SKIP LOCKED
