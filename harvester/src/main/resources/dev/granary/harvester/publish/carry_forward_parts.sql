-- Parts that no section of this reading fed: as they are now, the unknown ones too. Those of objects that are gone find no owner and are dropped.
-- Parts that a hold lists could not be read last time either, and are carried forward as those of a section that is denied.
-- Parameters: the kinds and, in parallel, their id spaces; the database; the aspects.
INSERT INTO staged_part (space, source_id, aspect, hash)
SELECT k.space, o.source_id, dp.aspect,
       CASE WHEN NOT EXISTS (SELECT 1
                               FROM granary.hold AS h
                               JOIN granary.hold_item AS x ON x.hold_id = h.id
                              WHERE h.database_id = c.database_id
                                AND h.state IN ('open', 'rejected')
                                AND x.object_id = c.object_id
                                AND dp.aspect = ANY (x.aspects)) THEN p.hash END
  FROM unnest(?::smallint[], ?::smallint[]) AS k (kind, space)
  JOIN granary.placement_current AS c ON c.kind = k.kind
  JOIN granary.object AS o ON o.id = c.object_id
  JOIN granary.definition_part AS dp ON dp.definition_id = c.definition_id
  LEFT JOIN granary.part AS p ON p.id = dp.part_id
 WHERE c.database_id = ?
   AND dp.aspect = ANY (?::smallint[])
