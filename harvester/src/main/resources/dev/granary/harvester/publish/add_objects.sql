-- The objects that are new.
INSERT INTO granary.object (id, database_id, kind, source_id, source_created_at) OVERRIDING SYSTEM VALUE
SELECT i.object_id, :database, i.kind, i.source_id, i.created_at
  FROM incoming AS i
 WHERE i.event = 'added'
 ORDER BY i.object_id
