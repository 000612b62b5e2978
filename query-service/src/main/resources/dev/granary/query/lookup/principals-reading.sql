-- How the last harvest fared with the principals of a database; no row where it did not ask for them.
SELECT s.sections -> 'principals' ->> 'status' AS status, s.sections -> 'principals' ->> 'reason' AS reason
  FROM granary.snapshot AS s
 WHERE s.database_id = :database
   AND s.sections -> 'principals' IS NOT NULL
 ORDER BY s.sequence DESC
 LIMIT 1
