-- Places what is new, renamed, moved or altered.
INSERT INTO granary.placement_current (object_id, database_id, schema_name_id, name_id, kind, definition_id, from_sequence,
                                       source_modified_at, system_names, cause)
SELECT i.object_id, :database, i.schema_name_id, i.name_id, i.kind, i.definition_id, :sequence, i.modified_at, i.system_names, i.cause
  FROM incoming AS i
 WHERE i.event IS NOT NULL
   AND NOT EXISTS (SELECT 1 FROM granary.placement_current AS c WHERE c.object_id = i.object_id)
 ORDER BY i.schema_name_id, i.name_id, i.kind
