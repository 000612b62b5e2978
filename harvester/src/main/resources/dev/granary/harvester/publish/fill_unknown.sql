-- Every staged object whose kind has the aspect, but for which nothing was staged, has it as unknown: its section was not complete.
-- Parameters: the kinds and, in parallel, the aspects whose sections were not complete.
INSERT INTO staged_part (space, source_id, aspect, hash)
SELECT o.space, o.source_id, u.aspect, NULL
  FROM unnest(?::smallint[], ?::smallint[]) AS u (kind, aspect)
  JOIN staged_object AS o ON o.kind = u.kind
 WHERE NOT EXISTS (SELECT 1
                     FROM staged_part AS p
                    WHERE p.space = o.space AND p.source_id = o.source_id AND p.aspect = u.aspect)
