-- What a server says from now on, where nothing holds already.
INSERT INTO granary.server_fact (server_id, fact, seen_from, hash, body)
SELECT :server, :fact, now(), :hash, :body
 WHERE NOT EXISTS (SELECT 1 FROM granary.server_fact WHERE server_id = :server AND fact = :fact AND seen_to IS NULL)
    ON CONFLICT DO NOTHING
