-- One row per hold below :before, the latest first; a null :state means any.
SELECT h.id, s.name AS server, d.name AS database, h.state, h.code, h.reason, h.opened_at, h.updated_at,
       (SELECT count(*) FROM granary.hold_item AS i WHERE i.hold_id = h.id) AS objects,
       h.decided_at, h.decided_by, h.note, h.release_run_id AS release_run
  FROM granary.hold     AS h
  JOIN granary.database AS d ON d.id = h.database_id
  JOIN granary.server   AS s ON s.id = d.server_id
 WHERE h.id < :before
   AND (CAST(:state AS text) IS NULL OR h.state = :state)
 ORDER BY h.id DESC
 LIMIT :limit
