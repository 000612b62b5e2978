-- The same object by its name, where its identity at the source is new or there is none: rebuilt, restored, or a kind without dates.
-- Parameter: the database.
UPDATE incoming AS i
   SET object_id = c.object_id
  FROM granary.placement_current AS c
 WHERE i.object_id IS NULL
   AND c.database_id = ?
   AND c.kind = i.kind
   AND c.schema_name_id IS NOT DISTINCT FROM i.schema_name_id
   AND c.name_id = i.name_id
   AND NOT EXISTS (SELECT 1 FROM incoming AS other WHERE other.object_id = c.object_id)
