-- What may not go stays as it is placed.
INSERT INTO incoming (space, source_id, kind, schema_name_id, name_id, created_at, modified_at, hash, structure_hash, definition_id,
                      system_names, object_id)
SELECT -1, c.object_id, c.kind, c.schema_name_id, c.name_id, o.source_created_at, c.source_modified_at, d.hash, d.structure_hash,
       c.definition_id, c.system_names, c.object_id
  FROM missing AS m
  JOIN granary.placement_current AS c ON c.object_id = m.object_id
  JOIN granary.object AS o ON o.id = c.object_id
  JOIN granary.definition AS d ON d.id = c.definition_id
 WHERE m.cause IS NULL
