-- Rebuilt under the same name: the same object with a new identity at its source.
UPDATE granary.object AS o
   SET source_id = i.source_id, source_created_at = i.created_at
  FROM incoming AS i
 WHERE i.event = 're-created' AND o.id = i.object_id
