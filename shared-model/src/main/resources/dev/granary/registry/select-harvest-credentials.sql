-- A row is a stored credential for harvest purposes and its server's name. Needs SELECT on both tables.
SELECT c.server_id,
       s.name,
       c.type,
       c.username,
       c.secret
FROM granary.harvest_credential AS c
JOIN granary.server AS s ON s.id = c.server_id
ORDER BY s.name
