-- Takes the parts that a rejected hold of the database lists from those that are held. It may have been rejected since they were judged.
UPDATE held AS k
   SET aspects = ARRAY(SELECT a.aspect
                         FROM unnest(k.aspects) AS a (aspect)
                        WHERE NOT EXISTS (SELECT 1
                                            FROM granary.hold AS h
                                            JOIN granary.hold_item AS x ON x.hold_id = h.id
                                           WHERE h.database_id = :database
                                             AND h.state = 'rejected'
                                             AND x.object_id = k.object_id
                                             AND a.aspect = ANY (x.aspects))
                        ORDER BY a.aspect)
 WHERE k.aspects IS NOT NULL
