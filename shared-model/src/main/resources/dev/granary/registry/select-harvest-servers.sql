-- A row is an enabled server with its credential for harvesting; one without a credential is a row too, so that it is
-- noticed. Needs SELECT on granary.server and granary.harvest_credential.
SELECT s.id,
       s.name,
       s.environment,
       s.tags,
       s.settings::text AS settings,
       c.type,
       c.username,
       c.secret
FROM granary.server AS s
LEFT JOIN granary.harvest_credential AS c ON c.server_id = s.id
WHERE s.enabled
ORDER BY s.name
