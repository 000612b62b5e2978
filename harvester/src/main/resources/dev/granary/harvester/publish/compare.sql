-- Says of each incoming row what happened to its object; null where nothing did. A kind without dates is never re-created: it keeps its name,
-- or is renamed. Parameter: the database.
UPDATE incoming AS i
   SET event = CASE
           WHEN i.created_at IS NOT NULL
                AND (o.source_id IS DISTINCT FROM i.source_id OR o.source_created_at IS DISTINCT FROM i.created_at) THEN 're-created'
           WHEN c.schema_name_id IS DISTINCT FROM i.schema_name_id THEN 'moved'
           WHEN c.name_id <> i.name_id THEN 'renamed'
           WHEN c.definition_id <> i.definition_id THEN 'altered'
       END
  FROM granary.placement_current AS c
  JOIN granary.object AS o ON o.id = c.object_id
 WHERE c.object_id = i.object_id
   AND c.database_id = ?
   AND (o.source_id IS DISTINCT FROM i.source_id
        OR o.source_created_at IS DISTINCT FROM i.created_at
        OR c.schema_name_id IS DISTINCT FROM i.schema_name_id
        OR c.name_id <> i.name_id
        OR c.definition_id <> i.definition_id)
