-- Moves the placements that hold no longer to the closed ones: of objects not found again, and of those placed or defined anew.
WITH gone AS (
    DELETE FROM granary.placement_current AS c
     WHERE c.database_id = :database
       AND NOT EXISTS (SELECT 1
                         FROM incoming AS i
                        WHERE i.object_id = c.object_id
                          AND i.schema_name_id IS NOT DISTINCT FROM c.schema_name_id
                          AND i.name_id = c.name_id
                          AND i.definition_id = c.definition_id)
    RETURNING *
)
INSERT INTO granary.placement_closed (object_id, database_id, schema_name_id, name_id, kind, definition_id, from_sequence, to_sequence,
                                      source_modified_at, system_names, cause)
SELECT g.object_id, g.database_id, g.schema_name_id, g.name_id, g.kind, g.definition_id, g.from_sequence, :sequence,
       g.source_modified_at, g.system_names, g.cause
  FROM gone AS g
