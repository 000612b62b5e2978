-- Deletes a batch of the tree nodes that were unreachable since before :before and still are; a row per node deleted.
WITH due AS MATERIALIZED (
    SELECT u.hash
      FROM granary.unreferenced_node AS u
     WHERE u.since < :before
       AND NOT EXISTS (SELECT 1 FROM reachable_node AS r WHERE r.hash = u.hash)
     ORDER BY u.hash
     LIMIT :batch
), marks AS (
    DELETE FROM granary.unreferenced_node AS u USING due WHERE u.hash = due.hash
)
DELETE FROM granary.tree_node AS n USING due WHERE n.hash = due.hash
