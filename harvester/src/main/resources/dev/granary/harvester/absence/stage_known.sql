-- Parts that were staged as unknown and are known from before.
UPDATE staged_part AS s
   SET hash = k.hash
  FROM carried_part AS k
 WHERE k.staged
   AND s.space = k.space AND s.source_id = k.source_id AND s.aspect = k.aspect
