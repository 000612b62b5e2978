-- The server lists the databases again: what was held because it did not is over. A hold that lists objects is for the next publication to judge.
UPDATE granary.hold AS h
   SET state = 'superseded', updated_at = now()
 WHERE h.database_id = ANY (:databases)
   AND h.code = 'all-databases-missing'
   AND h.state IN ('open', 'rejected')
   AND NOT EXISTS (SELECT 1 FROM granary.hold_item AS x WHERE x.hold_id = h.id)
