-- Pauses a server, or changes what is said of its pause; returns its name.
WITH server AS (SELECT id, name FROM granary.server WHERE name = :server AND enabled),
paused AS (
    INSERT INTO granary.server_pause AS p (server_id, until, paused_by, reason)
    SELECT id, :until, :by, :reason FROM server
        ON CONFLICT (server_id) DO UPDATE SET until = excluded.until, paused_by = excluded.paused_by, reason = excluded.reason)
SELECT name FROM server
