-- What a publication would take away: current objects that were not found again, and parts that were known and no longer can be read.
-- Parameter: the database.
SELECT (SELECT count(*) FROM granary.placement_current AS c
         WHERE c.database_id = ?
           AND NOT EXISTS (SELECT 1 FROM incoming AS i WHERE i.object_id = c.object_id)) AS removed,
       (SELECT count(*)
          FROM incoming AS i
          JOIN granary.placement_current AS c ON c.object_id = i.object_id AND c.definition_id <> i.definition_id
          JOIN granary.definition_part AS was ON was.definition_id = c.definition_id AND was.part_id IS NOT NULL
          JOIN granary.definition_part AS now
            ON now.definition_id = i.definition_id AND now.aspect = was.aspect AND now.part_id IS NULL) AS hidden,
       (SELECT count(*) FROM incoming AS i WHERE i.object_id IS NULL OR i.event IS NOT NULL) AS changed
