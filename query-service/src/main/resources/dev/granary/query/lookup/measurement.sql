-- How the last measuring of a database fared; no row where it was never measured.
SELECT measured_at, status, reason FROM granary.measurement WHERE database_id = :database
