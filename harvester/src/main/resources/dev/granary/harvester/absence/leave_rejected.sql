-- What a rejected hold of the database lists is not held anew, nor what has no part left to be held. It may have been rejected since it was judged.
DELETE FROM held AS k
 WHERE k.aspects = '{}'
    OR k.aspects IS NULL
       AND EXISTS (SELECT 1
                     FROM granary.hold AS h
                     JOIN granary.hold_item AS x ON x.hold_id = h.id
                    WHERE h.database_id = :database
                      AND h.state = 'rejected'
                      AND x.object_id = k.object_id
                      AND x.aspects IS NULL)
