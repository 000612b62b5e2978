-- Makes one server agree with the file. Needs UPDATE on granary.server.
UPDATE granary.server
SET enabled = true, environment = ?, tags = ?, settings = ?::jsonb, updated_at = ?
WHERE id = ?
