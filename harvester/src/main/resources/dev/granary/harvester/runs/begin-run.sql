-- Begins a run; returns its id.
INSERT INTO granary.run (kind, mode, requested, process, dead_after)
VALUES (:kind, :mode, CAST(:requested AS jsonb), :process, make_interval(secs => :deadAfterSeconds))
RETURNING id
