-- Objects of kinds that no section of this reading listed: as they are placed now, under the ids their source last gave them.
-- What a hold keeps was not seen last time either: it stays missing, and its hold open.
-- Parameters: the kinds and, in parallel, their id spaces; the database.
INSERT INTO staged_object (space, source_id, kind, schema_name_id, name_id, created_at, modified_at)
SELECT k.space, o.source_id, c.kind, c.schema_name_id, c.name_id, o.source_created_at, c.source_modified_at
  FROM unnest(?::smallint[], ?::smallint[]) AS k (kind, space)
  JOIN granary.placement_current AS c ON c.kind = k.kind
  JOIN granary.object AS o ON o.id = c.object_id
 WHERE c.database_id = ?
   AND NOT EXISTS (SELECT 1 FROM granary.unconfirmed AS u WHERE u.object_id = c.object_id)
