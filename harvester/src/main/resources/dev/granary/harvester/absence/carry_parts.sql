-- Lists the parts that stay as they were: known until now, and unknown in this reading; or not there at all while the login sees less than it
-- did. What this run was started to release is left out. Needs incoming to be matched.
INSERT INTO carried_part (object_id, space, source_id, aspect, hash, staged)
SELECT i.object_id, i.space, i.source_id, was.aspect, p.hash, s.aspect IS NOT NULL
  FROM incoming AS i
  JOIN granary.placement_current AS c ON c.object_id = i.object_id AND c.database_id = :database
  JOIN granary.definition_part AS was ON was.definition_id = c.definition_id
  JOIN granary.part AS p ON p.id = was.part_id
  LEFT JOIN staged_part AS s ON s.space = i.space AND s.source_id = i.source_id AND s.aspect = was.aspect
 WHERE s.hash IS NULL
   AND (s.aspect IS NOT NULL OR :fell)
   AND NOT EXISTS (SELECT 1
                     FROM granary.hold AS h
                     JOIN granary.hold_item AS x ON x.hold_id = h.id
                    WHERE h.database_id = :database
                      AND h.state = 'open'
                      AND h.release_run_id = :run
                      AND x.released
                      AND x.object_id = i.object_id
                      AND was.aspect = ANY (x.aspects))
