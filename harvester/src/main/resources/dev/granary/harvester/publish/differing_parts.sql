-- The parts that differ between what an object was and what it is, for a batch of the objects that have another definition; no body where there is
-- none or it is unknown. A long source text is not read: its hash stands for it. Parameters: the object before the batch, and its size.
WITH batch AS (
    SELECT i.object_id, i.kind, i.definition_id, c.definition_id AS old_definition_id
      FROM incoming AS i
      JOIN granary.placement_current AS c ON c.object_id = i.object_id
     WHERE i.object_id > ?
       AND i.event IS NOT NULL
       AND c.definition_id <> i.definition_id
     ORDER BY i.object_id
     LIMIT ?
), side AS (
    SELECT b.object_id, b.kind, p.aspect, p.part_id AS old_part, p.part_id IS NULL AS old_unknown, NULL::bigint AS new_part,
           NULL::boolean AS new_unknown
      FROM batch AS b
      JOIN granary.definition_part AS p ON p.definition_id = b.old_definition_id
    UNION ALL
    SELECT b.object_id, b.kind, p.aspect, NULL, NULL, p.part_id, p.part_id IS NULL
      FROM batch AS b
      JOIN granary.definition_part AS p ON p.definition_id = b.definition_id
), pair AS (
    SELECT s.object_id, s.kind, s.aspect, max(s.old_part) AS old_part, coalesce(bool_or(s.old_unknown), false) AS old_unknown,
           max(s.new_part) AS new_part, coalesce(bool_or(s.new_unknown), false) AS new_unknown
      FROM side AS s
     GROUP BY s.object_id, s.kind, s.aspect
    HAVING max(s.old_part) IS DISTINCT FROM max(s.new_part) OR bool_or(s.old_unknown) IS DISTINCT FROM bool_or(s.new_unknown)
)
SELECT p.object_id, p.kind, a.name AS aspect, p.old_unknown, p.new_unknown,
       CASE WHEN a.name = 'text' AND length(o.body) > 50000 THEN '{"text":"sha256:' || encode(o.hash, 'hex') || '"}' ELSE o.body END AS was,
       CASE WHEN a.name = 'text' AND length(n.body) > 50000 THEN '{"text":"sha256:' || encode(n.hash, 'hex') || '"}' ELSE n.body END AS now
  FROM pair AS p
  JOIN granary.aspect AS a ON a.code = p.aspect
  LEFT JOIN granary.part AS o ON o.id = p.old_part
  LEFT JOIN granary.part AS n ON n.id = p.new_part
 ORDER BY p.object_id, p.aspect
