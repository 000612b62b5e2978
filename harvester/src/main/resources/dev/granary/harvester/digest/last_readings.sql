-- One row per database of a server whose digests were taken of the state that is current.
SELECT g.database_id, s.sequence, g.basis, CAST(g.digests AS text) AS digests, CAST(s.sections AS text) AS sections
  FROM granary.database AS d
  JOIN granary.digest AS g ON g.database_id = d.id
 CROSS JOIN LATERAL (SELECT n.sequence, n.tree_hash, n.sections
                       FROM granary.snapshot AS n
                      WHERE n.database_id = d.id
                      ORDER BY n.sequence DESC
                      LIMIT 1) AS s
 WHERE d.server_id = :server
   AND d.dropped_at IS NULL
   AND s.tree_hash = g.tree_hash
