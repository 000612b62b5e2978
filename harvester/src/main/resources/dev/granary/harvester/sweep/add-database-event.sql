-- Announces what became of a database as a whole; of one that never was published nothing was ever announced. No snapshot goes with it, so it says
-- itself when it was.
INSERT INTO granary.change (ordinal, database_id, sequence, object_id, event, breaking, cause, detail)
SELECT coalesce((SELECT max(c.ordinal) + 1 FROM granary.change AS c WHERE c.xid = pg_current_xact_id()), 1),
       :database, s.sequence, NULL, :event, true, 'source', CAST(:detail AS jsonb) || jsonb_build_object('at', now())
  FROM (SELECT max(sequence) AS sequence FROM granary.snapshot WHERE database_id = :database) AS s
 WHERE s.sequence IS NOT NULL
