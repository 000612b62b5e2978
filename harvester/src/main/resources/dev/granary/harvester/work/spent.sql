-- The source time that a run has taken of a server so far, in milliseconds.
SELECT CAST(COALESCE((SELECT sum(w.source_millis) FROM granary.work AS w WHERE w.run_id = :run AND w.server_id = :server), 0)
            + COALESCE((SELECT r.source_millis FROM granary.run_server AS r WHERE r.run_id = :run AND r.server_id = :server), 0) AS bigint)
