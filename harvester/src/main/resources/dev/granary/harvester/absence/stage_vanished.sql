-- Parts that vanished while the login sees less.
INSERT INTO staged_part (space, source_id, aspect, hash)
SELECT k.space, k.source_id, k.aspect, k.hash
  FROM carried_part AS k
 WHERE NOT k.staged
