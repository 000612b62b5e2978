-- Names the system made, at places that no section of this reading filled.
-- Parameters: the kinds and, in parallel, their id spaces; the database; the first words of the places.
INSERT INTO staged_system_name (space, source_id, place, name)
SELECT k.space, o.source_id, n.key, n.value
  FROM unnest(?::smallint[], ?::smallint[]) AS k (kind, space)
  JOIN granary.placement_current AS c ON c.kind = k.kind AND c.system_names IS NOT NULL
  JOIN granary.object AS o ON o.id = c.object_id
 CROSS JOIN LATERAL json_each_text(c.system_names::json) AS n
 WHERE c.database_id = ?
   AND split_part(n.key, '/', 1) = ANY (?::text[])
