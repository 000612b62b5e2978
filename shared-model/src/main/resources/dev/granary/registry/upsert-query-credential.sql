-- Stores the credential for query purposes of one server. Needs INSERT and UPDATE on the table.
INSERT INTO granary.query_credential (server_id, type, username, secret, updated_at)
VALUES (?, ?, ?, ?, ?)
ON CONFLICT (server_id) DO UPDATE
SET type = excluded.type, username = excluded.username, secret = excluded.secret, updated_at = excluded.updated_at
