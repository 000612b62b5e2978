-- How far a run is.
SELECT count(*)                                       AS databases,
       count(*) FILTER (WHERE state = 'done')         AS done,
       count(*) FILTER (WHERE outcome = 'failed')     AS failed,
       COALESCE(sum(objects), 0)                      AS objects,
       COALESCE(sum(columns), 0)                      AS columns
  FROM granary.work
 WHERE run_id = :run
