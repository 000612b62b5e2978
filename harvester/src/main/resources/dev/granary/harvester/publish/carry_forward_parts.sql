-- Parts that no section of this reading fed: as they are now, the unknown ones too. Those of objects that are gone find no owner and are dropped.
-- Parameters: the kinds and, in parallel, their id spaces; the database; the aspects.
INSERT INTO staged_part (space, source_id, aspect, hash)
SELECT k.space, o.source_id, dp.aspect, p.hash
  FROM unnest(?::smallint[], ?::smallint[]) AS k (kind, space)
  JOIN granary.placement_current AS c ON c.kind = k.kind
  JOIN granary.object AS o ON o.id = c.object_id
  JOIN granary.definition_part AS dp ON dp.definition_id = c.definition_id
  LEFT JOIN granary.part AS p ON p.id = dp.part_id
 WHERE c.database_id = ?
   AND dp.aspect = ANY (?::smallint[])
