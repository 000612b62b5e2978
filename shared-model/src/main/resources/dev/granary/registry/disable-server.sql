-- A server that left the file is disabled; its versions stay. Needs UPDATE on granary.server.
UPDATE granary.server
SET enabled = false, updated_at = ?
WHERE id = ?
