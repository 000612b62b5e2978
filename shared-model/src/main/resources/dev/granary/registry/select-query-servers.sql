-- A row is an enabled server that may be queried, with its credential for that. Needs SELECT on granary.server and
-- granary.query_credential.
SELECT s.id,
       s.name,
       s.environment,
       s.tags,
       s.settings::text AS settings,
       c.type,
       c.username,
       c.secret
FROM granary.server AS s
JOIN granary.query_credential AS c ON c.server_id = s.id
WHERE s.enabled
ORDER BY s.name
