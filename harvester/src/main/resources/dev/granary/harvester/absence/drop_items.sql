-- What is no longer to be held leaves the list.
DELETE FROM granary.hold_item AS x
 WHERE x.hold_id = :hold
   AND NOT EXISTS (SELECT 1 FROM held AS k WHERE k.object_id = x.object_id)
