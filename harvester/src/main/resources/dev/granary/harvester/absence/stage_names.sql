-- The names the system made for what is in the carried parts. A place begins with its part's name, but for defaults, which are in the columns.
INSERT INTO staged_system_name (space, source_id, place, name)
SELECT k.space, k.source_id, n.place, n.name
  FROM carried_part AS k
  JOIN granary.aspect AS a ON a.code = k.aspect
  JOIN granary.placement_current AS c ON c.object_id = k.object_id
 CROSS JOIN LATERAL json_each_text(c.system_names::json) AS n (place, name)
 WHERE c.system_names IS NOT NULL
   AND CASE split_part(n.place, '/', 1) WHEN 'defaults' THEN 'columns' ELSE split_part(n.place, '/', 1) END = a.name
   AND NOT EXISTS (SELECT 1
                     FROM staged_system_name AS s
                    WHERE s.space = k.space AND s.source_id = k.source_id AND s.place = n.place)
