-- What has no date is known by its name, and keeps its object when it was made anew: under the id it has now, by which parts are carried forward.
-- What a hold keeps was not seen and has no id now: it is in no space, and stays under the id it had.
UPDATE granary.object AS o
   SET source_id = i.source_id
  FROM incoming AS i
 WHERE o.id = i.object_id
   AND i.space >= 0
   AND o.source_created_at IS NULL
   AND i.created_at IS NULL
   AND o.source_id IS DISTINCT FROM i.source_id
