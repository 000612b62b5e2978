-- The state was found unchanged: the latest snapshot holds until then.
UPDATE granary.snapshot
   SET verified_at = GREATEST(verified_at, :readTo)
 WHERE database_id = :database
   AND sequence = :sequence
