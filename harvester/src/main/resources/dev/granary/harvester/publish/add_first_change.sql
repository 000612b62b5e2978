-- A database's first snapshot is one event, not one for each of its objects.
INSERT INTO granary.change (ordinal, database_id, sequence, object_id, event, breaking, cause, detail)
VALUES (1, :database, :sequence, NULL, 'database-added', false, 'source', jsonb_build_object('objects', :objects, 'columns', :columns))
