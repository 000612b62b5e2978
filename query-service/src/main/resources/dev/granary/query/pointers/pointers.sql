-- One row per database that was not dropped, with its latest snapshot if there is one.
-- A database of a server that the last sweep did not reach is stale too, whatever its own row says.
SELECT d.id,
       s.name                                                             AS server,
       d.name,
       d.collation,
       d.state,
       COALESCE(d.stale_reason,
                CASE WHEN s.status IN ('unreachable', 'denied')
                     THEN COALESCE(s.reason, 'the server is ' || s.status) END) AS reason,
       p.sequence,
       p.read_to,
       p.verified_at,
       p.mode,
       encode(p.tree_hash, 'hex')                                         AS tree_hash,
       p.objects,
       p.columns,
       CAST(p.sections AS text)                                           AS sections,
       (SELECT count(*) FROM granary.hold AS h WHERE h.database_id = d.id AND h.state = 'open') AS open_holds
  FROM granary.database AS d
  JOIN granary.server   AS s ON s.id = d.server_id
  LEFT JOIN LATERAL (SELECT *
                       FROM granary.snapshot
                      WHERE database_id = d.id
                      ORDER BY sequence DESC
                      LIMIT 1) AS p ON true
 WHERE d.dropped_at IS NULL
