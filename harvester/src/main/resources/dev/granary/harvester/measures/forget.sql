-- Tables and indexes that were not measured any more have no present size; their series stay.
DELETE FROM granary.measure_current AS c
 WHERE c.database_id = :database
   AND NOT EXISTS (SELECT 1 FROM measured_object AS m WHERE m.object_id = c.object_id AND m.index_id = c.index_id)
