-- How many parts of the fresh definitions are no longer stored: they were known when they were read, and collected as garbage since.
SELECT count(*)
  FROM fresh_definition AS f
  JOIN staged_part AS s ON s.space = f.space AND s.source_id = f.source_id
 WHERE s.hash IS NOT NULL
   AND NOT EXISTS (SELECT 1 FROM granary.part AS p WHERE p.hash = s.hash)
