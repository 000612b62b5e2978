-- Lets one run apply holds. A rejected one may be taken up again, unless the database has an open one by now.
UPDATE granary.hold AS h
   SET state = 'open', release_run_id = :run, decided_at = now(), decided_by = :by, note = :note
 WHERE h.id = ANY (:holds)
   AND (h.state = 'open'
        OR h.state = 'rejected'
           AND NOT EXISTS (SELECT 1 FROM granary.hold AS o WHERE o.database_id = h.database_id AND o.state = 'open'))
