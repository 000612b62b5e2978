-- A rejected hold that keeps nothing any more is over.
UPDATE granary.hold AS h
   SET state = 'superseded', updated_at = now()
 WHERE h.database_id = :database
   AND h.state = 'rejected'
   AND NOT EXISTS (SELECT 1 FROM granary.hold_item AS x WHERE x.hold_id = h.id)
