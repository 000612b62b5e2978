-- The digests of the state that is current from now on; a row that would not change is not written.
INSERT INTO granary.digest AS d (database_id, tree_hash, basis, digests)
VALUES (:database, :treeHash, :basis, CAST(:digests AS jsonb))
ON CONFLICT (database_id) DO UPDATE
   SET tree_hash = excluded.tree_hash, basis = excluded.basis, digests = excluded.digests
 WHERE (d.tree_hash, d.basis, d.digests) IS DISTINCT FROM (excluded.tree_hash, excluded.basis, excluded.digests)
