-- Adds a server and returns its id. Needs INSERT on granary.server, and SELECT for what is returned.
INSERT INTO granary.server (name, enabled, environment, tags, settings, registered_at, updated_at)
VALUES (?, true, ?, ?, ?::jsonb, ?, ?)
RETURNING id
