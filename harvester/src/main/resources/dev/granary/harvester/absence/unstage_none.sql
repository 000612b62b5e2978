-- An object that had nothing of a part when its section was last read has nothing of it still, as far as anybody knows.
-- Parameters: the database; the parts of sections that were complete and are not now.
DELETE FROM staged_part AS s
 USING incoming AS i
  JOIN granary.placement_current AS c ON c.object_id = i.object_id
 WHERE c.database_id = :database
   AND s.space = i.space AND s.source_id = i.source_id
   AND s.hash IS NULL
   AND s.aspect = ANY (:aspects)
   AND NOT EXISTS (SELECT 1
                     FROM granary.definition_part AS was
                    WHERE was.definition_id = c.definition_id AND was.aspect = s.aspect)
