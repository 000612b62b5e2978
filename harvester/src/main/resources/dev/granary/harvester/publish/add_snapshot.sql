-- The snapshot's own row; the key (run, database) makes sure that one run publishes a database once.
INSERT INTO granary.snapshot (database_id, sequence, run_id, mode, read_from, read_to, published_at, verified_at, objects, columns,
                              sections, visibility, tree_hash, structure_hash, format_id)
VALUES (:database, :sequence, :run, :mode, :readFrom, :readTo, now(), now(), :objects, :columns,
        CAST(:sections AS jsonb), CAST(:visibility AS jsonb), :treeHash, :structureHash, :format)
