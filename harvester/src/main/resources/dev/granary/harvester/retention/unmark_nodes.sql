-- Takes the mark from those that are reachable again.
DELETE FROM granary.unreferenced_node AS u
 WHERE EXISTS (SELECT 1 FROM reachable_node AS r WHERE r.hash = u.hash)
