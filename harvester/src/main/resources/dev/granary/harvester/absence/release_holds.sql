-- Lets one run apply holds as they were seen. A rejected one may be taken up again, unless the database has an open one by now.
UPDATE granary.hold AS h
   SET state = 'open', release_run_id = :run, decided_at = now(), decided_by = :by, note = :note
  FROM unnest(CAST(:holds AS int[]), CAST(:seen AS timestamptz[])) AS s (id, updated_at)
 WHERE h.id = s.id
   AND h.updated_at = s.updated_at
   AND (h.state = 'open'
        OR h.state = 'rejected'
           AND NOT EXISTS (SELECT 1 FROM granary.hold AS o WHERE o.database_id = h.database_id AND o.state = 'open'))
