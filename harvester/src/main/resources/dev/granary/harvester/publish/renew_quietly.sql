-- Where the source changed nothing, the placement says why it was renewed, and no change does: of objects whose content is only told otherwise,
-- and of those whose kind the last snapshot could not list.
-- Parameters: the kinds that its harvester did not know, and those whose section it did not read to its end.
WITH renewed AS (
    UPDATE incoming AS i
       SET cause = g.cause
      FROM graded AS g
     WHERE g.object_id = i.object_id AND g.cause IS NOT NULL AND i.event = 'altered'
)
UPDATE incoming AS i
   SET cause = CASE WHEN i.kind = ANY (u.unheard_of) THEN 1 ELSE 2 END
  FROM (SELECT ?::smallint[] AS unheard_of, ?::smallint[] AS unseen) AS u
 WHERE i.object_id IS NULL AND (i.kind = ANY (u.unheard_of) OR i.kind = ANY (u.unseen))
