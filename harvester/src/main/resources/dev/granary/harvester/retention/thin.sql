-- Marks the snapshots that no rule keeps; a row per snapshot marked. Kept are the latest of a database, all younger than :all, and the last of
-- each day, week and month (UTC) for as long as the rules say. The last of a month is the last of its day: what a wider rule will need later,
-- a narrower one keeps until then.
WITH ranked AS (
    SELECT s.id, s.read_to,
           row_number() OVER (PARTITION BY s.database_id ORDER BY s.sequence DESC) AS latest,
           row_number() OVER (PARTITION BY s.database_id, date_trunc('day', s.read_to AT TIME ZONE 'UTC')
                              ORDER BY s.sequence DESC) AS of_day,
           row_number() OVER (PARTITION BY s.database_id, date_trunc('week', s.read_to AT TIME ZONE 'UTC')
                              ORDER BY s.sequence DESC) AS of_week,
           row_number() OVER (PARTITION BY s.database_id, date_trunc('month', s.read_to AT TIME ZONE 'UTC')
                              ORDER BY s.sequence DESC) AS of_month
      FROM granary.snapshot AS s
     WHERE s.thinned_at IS NULL
)
UPDATE granary.snapshot AS s
   SET thinned_at = :now
  FROM ranked AS r
 WHERE s.id = r.id
   AND r.latest > 1
   AND r.read_to < :all
   AND NOT (r.of_day = 1 AND r.read_to >= :daily)
   AND NOT (r.of_week = 1 AND r.read_to >= :weekly)
   AND NOT (r.of_month = 1 AND r.read_to >= :monthly)
