-- The sections that the last snapshot's harvest asked and did not read to their end, unless they were carried forward. Parameter: the database.
SELECT e.key
  FROM (SELECT s.sections FROM granary.snapshot AS s WHERE s.database_id = ? ORDER BY s.sequence DESC LIMIT 1) AS last
 CROSS JOIN LATERAL jsonb_each(last.sections) AS e
 WHERE e.value ->> 'status' <> 'complete'
   AND (e.value ->> 'carriedForward') IS DISTINCT FROM 'true'
