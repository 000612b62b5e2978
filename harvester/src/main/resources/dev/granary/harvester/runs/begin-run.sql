-- Begins a run; returns its id.
INSERT INTO granary.run (kind, mode, requested, process)
VALUES (:kind, :mode, CAST(:requested AS jsonb), :process)
RETURNING id
