-- Adds a problem to a run. Only the process that holds the run writes them, one after another, so the next ordinal is free.
INSERT INTO granary.run_problem (run_id, ordinal, server, database, code, reason)
SELECT :run, COALESCE(MAX(p.ordinal) + 1, 0), :server, :database, :code, :reason
  FROM granary.run_problem AS p
 WHERE p.run_id = :run
