-- The columns of the tables that have others than before, under the name they had, for a batch: what was renamed among them, other objects may name.
-- Parameters: the database, the object before the batch, and its size.
SELECT i.object_id, s.name AS schema, n.name, o.body AS was, p.body AS now
  FROM incoming AS i
  JOIN granary.placement_current AS c ON c.object_id = i.object_id
  JOIN granary.object_kind AS k ON k.code = i.kind AND k.name = 'table'
  JOIN granary.aspect AS a ON a.name = 'columns'
  JOIN granary.definition_part AS was ON was.definition_id = c.definition_id AND was.aspect = a.code
  JOIN granary.definition_part AS now ON now.definition_id = i.definition_id AND now.aspect = a.code
  JOIN granary.part AS o ON o.id = was.part_id
  JOIN granary.part AS p ON p.id = now.part_id
  JOIN granary.name AS s ON s.id = c.schema_name_id
  JOIN granary.name AS n ON n.id = c.name_id
 WHERE c.database_id = ?
   AND i.object_id > ?
   AND i.event IS NOT NULL
   AND c.definition_id <> i.definition_id
   AND was.part_id <> now.part_id
 ORDER BY i.object_id
 LIMIT ?
