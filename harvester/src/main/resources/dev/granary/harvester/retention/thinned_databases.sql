-- The databases that have thinned snapshots.
SELECT DISTINCT database_id FROM granary.snapshot WHERE thinned_at IS NOT NULL ORDER BY database_id
