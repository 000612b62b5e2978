-- One row: how a run asks a database to be read, which database it is, and the digests of its current state, null where there are none.
SELECT r.mode, EXISTS (SELECT FROM granary.hold AS h WHERE h.database_id = d.id AND h.state IN ('open', 'rejected')) AS held,
       d.name, d."collation", d.source_created_at, d.service_broker_guid,
       s.sequence, g.basis, CAST(g.digests AS text) AS digests, CAST(s.sections AS text) AS sections
  FROM granary.run AS r
 CROSS JOIN granary.database AS d
  LEFT JOIN LATERAL (SELECT n.sequence, n.tree_hash, n.sections
                       FROM granary.snapshot AS n
                      WHERE n.database_id = d.id
                      ORDER BY n.sequence DESC
                      LIMIT 1) AS s ON true
  LEFT JOIN granary.digest AS g ON g.database_id = d.id AND g.tree_hash = s.tree_hash
 WHERE r.id = :run
   AND d.id = :database
