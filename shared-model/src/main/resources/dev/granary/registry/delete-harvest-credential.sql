-- Removes the credential for harvest purposes of one server. Needs DELETE on the table.
DELETE FROM granary.harvest_credential
WHERE server_id = ?
