-- One row per table of the same database with a foreign key to the given table; which of its keys that is stands in the part's body.
SELECT DISTINCT ON (p.object_id)
       s.name    AS schema,
       n.name,
       part.body,
       p.system_names
  FROM granary.part_reference    AS r
  JOIN granary.part              AS part ON part.id = r.part_id
  JOIN granary.definition_part   AS dp ON dp.part_id = r.part_id
  JOIN granary.placement_current AS p ON p.definition_id = dp.definition_id AND p.database_id = :database
  JOIN granary.name              AS s ON s.id = p.schema_name_id
  JOIN granary.name              AS n ON n.id = p.name_id
 WHERE r.object_name_id = :name
   AND r.schema_name_id = :schema
   AND r.role = 1
