-- One row per part of a definition; body is null where the part could not be read. No row at all: the definition has no parts.
SELECT dp.aspect, p.body
  FROM granary.definition_part AS dp
  LEFT JOIN granary.part       AS p ON p.id = dp.part_id
 WHERE dp.definition_id = :definition
