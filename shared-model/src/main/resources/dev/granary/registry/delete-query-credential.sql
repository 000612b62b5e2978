-- Removes the credential for query purposes of one server. Needs DELETE on the table.
DELETE FROM granary.query_credential
WHERE server_id = ?
