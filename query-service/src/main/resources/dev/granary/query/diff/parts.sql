-- The parts that differ between pairs of definitions, of the aspects that are asked for. The arrays of definitions are parallel.
WITH pair AS (
    SELECT u.place::int AS place, u.old_id, u.new_id
      FROM unnest(CAST(:old AS int[]), CAST(:new AS int[])) WITH ORDINALITY AS u (old_id, new_id, place)
), side AS (
    SELECT q.place, p.aspect, p.part_id AS old_part, p.part_id IS NULL AS old_unknown, NULL::bigint AS new_part, NULL::boolean AS new_unknown
      FROM pair AS q JOIN granary.definition_part AS p ON p.definition_id = q.old_id
    UNION ALL
    SELECT q.place, p.aspect, NULL, NULL, p.part_id, p.part_id IS NULL
      FROM pair AS q JOIN granary.definition_part AS p ON p.definition_id = q.new_id
), both_sides AS (
    SELECT s.place, s.aspect, max(s.old_part) AS old_part, coalesce(bool_or(s.old_unknown), false) AS old_unknown,
           max(s.new_part) AS new_part, coalesce(bool_or(s.new_unknown), false) AS new_unknown
      FROM side AS s
     GROUP BY s.place, s.aspect
    HAVING max(s.old_part) IS DISTINCT FROM max(s.new_part) OR bool_or(s.old_unknown) OR bool_or(s.new_unknown)
)
SELECT b.place, a.name AS aspect, b.old_unknown, b.new_unknown, o.body AS was, n.body AS now
  FROM both_sides AS b
  JOIN granary.aspect AS a ON a.code = b.aspect
  LEFT JOIN granary.part AS o ON o.id = b.old_part
  LEFT JOIN granary.part AS n ON n.id = b.new_part
 WHERE a.name = ANY (CAST(:aspects AS text[]))
 ORDER BY b.place, b.aspect
