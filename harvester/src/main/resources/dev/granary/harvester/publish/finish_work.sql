-- Ends the lease in the publishing transaction. No row is touched when the lease was lost meanwhile: then nothing may be published. A crash of the
-- store may have let two have the same fence, so it is asked for the owner too.
UPDATE granary.work
   SET state = 'done', outcome = :outcome, objects = :objects, columns = :columns, sequence = :sequence, ended_at = now(),
       section = :section, code = :code, reason = :reason
 WHERE run_id = :run AND database_id = :database AND fence = :fence AND owner = :owner AND state = 'leased'
