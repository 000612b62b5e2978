-- A row is a registered server, enabled or not, with what register compares. Needs SELECT on granary.server.
SELECT s.id,
       s.name,
       s.enabled,
       s.environment,
       s.tags,
       s.settings::text AS settings
FROM granary.server AS s
ORDER BY s.name
