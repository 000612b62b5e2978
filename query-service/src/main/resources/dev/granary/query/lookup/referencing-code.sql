-- One row per object of the same database whose expressions name the given object by schema and name.
SELECT DISTINCT k.name AS kind, s.name AS schema, n.name
  FROM granary.part_reference    AS r
  JOIN granary.definition_part   AS dp ON dp.part_id = r.part_id
  JOIN granary.placement_current AS p ON p.definition_id = dp.definition_id AND p.database_id = :database
  JOIN granary.object_kind       AS k ON k.code = p.kind
  LEFT JOIN granary.name         AS s ON s.id = p.schema_name_id
  JOIN granary.name              AS n ON n.id = p.name_id
 WHERE r.object_name_id = :name
   AND r.schema_name_id = :schema
   AND r.role = 3
