-- The present size of one object as a whole; no row where it was not measured.
SELECT rows, reserved_bytes FROM granary.measure_current WHERE database_id = :database AND object_id = :object AND index_id = -1
