-- Marks the tree nodes that are not reachable.
INSERT INTO granary.unreferenced_node (hash, since)
SELECT n.hash, :now
  FROM granary.tree_node AS n
 WHERE NOT EXISTS (SELECT 1 FROM reachable_node AS r WHERE r.hash = n.hash)
    ON CONFLICT (hash) DO NOTHING
