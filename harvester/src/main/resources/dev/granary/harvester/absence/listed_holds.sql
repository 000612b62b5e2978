-- One row per open hold, or per hold of that id whatever its state. Aliases are the components of ListedHold.
SELECT h.id, s.name AS server, d.name AS database, h.state, h.code, h.reason, h.opened_at, h.updated_at,
       (SELECT count(*) FROM granary.hold_item AS i WHERE i.hold_id = h.id AND i.aspects IS NULL)      AS objects,
       (SELECT count(*) FROM granary.hold_item AS i WHERE i.hold_id = h.id AND i.aspects IS NOT NULL)  AS partial,
       h.release_run_id
  FROM granary.hold AS h
  JOIN granary.database AS d ON d.id = h.database_id
  JOIN granary.server AS s ON s.id = d.server_id
 WHERE CASE WHEN CAST(:hold AS int) IS NULL THEN h.state = 'open' ELSE h.id = :hold END
 ORDER BY s.name, d.name, h.id
