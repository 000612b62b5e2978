-- How much is kept: objects in a schema and their columns, which the snapshot counts too.
SELECT count(DISTINCT m.object_id) AS objects, count(k.ordinal) AS columns
  FROM missing AS m
  JOIN granary.placement_current AS c ON c.object_id = m.object_id
  LEFT JOIN granary.definition_part AS p ON p.definition_id = c.definition_id AND p.aspect = :columns
  LEFT JOIN granary.part_column AS k ON k.part_id = p.part_id
 WHERE m.cause IS NULL
   AND m.schema_name_id IS NOT NULL
