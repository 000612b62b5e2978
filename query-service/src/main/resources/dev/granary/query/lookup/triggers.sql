-- One row per trigger of the same database that stands on the given table or view.
SELECT DISTINCT n.name
  FROM granary.part_reference    AS r
  JOIN granary.definition_part   AS dp ON dp.part_id = r.part_id
  JOIN granary.placement_current AS p ON p.definition_id = dp.definition_id AND p.database_id = :database
  JOIN granary.name              AS n ON n.id = p.name_id
 WHERE r.object_name_id = :name
   AND r.schema_name_id = :schema
   AND r.role = 2
 ORDER BY n.name
