-- One row per part of each definition that a snapshot placed for the first time, definition by definition; body is null where the part is
-- unknown, aspect where the definition has no parts. Parameters: the database, the snapshot's sequence number.
SELECT d.hash, d.kind, p.aspect, b.body
  FROM (SELECT DISTINCT c.definition_id
          FROM granary.placement_current AS c
         WHERE c.database_id = ? AND c.from_sequence = ?) AS fresh
  JOIN granary.definition AS d ON d.id = fresh.definition_id
  LEFT JOIN granary.definition_part AS p ON p.definition_id = d.id
  LEFT JOIN granary.part AS b ON b.id = p.part_id
 ORDER BY d.id
