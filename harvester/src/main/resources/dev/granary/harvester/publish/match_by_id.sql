-- The same object by the source's own identity: object_id and create_date together survive renames and moves.
-- Parameter: the database.
UPDATE incoming AS i
   SET object_id = o.id
  FROM granary.placement_current AS c
  JOIN granary.object AS o ON o.id = c.object_id
 WHERE c.database_id = ?
   AND o.source_id = i.source_id
   AND o.source_created_at = i.created_at
   AND o.kind = i.kind
