-- A rejected hold lets go what was seen again.
DELETE FROM granary.hold_item AS x
 USING granary.hold AS h
 WHERE h.id = x.hold_id
   AND h.database_id = :database
   AND h.state = 'rejected'
   AND CASE WHEN x.aspects IS NULL
            THEN NOT EXISTS (SELECT 1 FROM missing AS m WHERE m.object_id = x.object_id AND m.cause IS NULL)
            ELSE NOT EXISTS (SELECT 1 FROM carried_part AS k WHERE k.object_id = x.object_id AND k.aspect = ANY (x.aspects)) END
