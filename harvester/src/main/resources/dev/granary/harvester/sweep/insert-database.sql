-- A database that was not known; returns its id.
INSERT INTO granary.database (server_id, name, source_database_id, service_broker_guid, "collation", state, compatibility, source_created_at)
VALUES (:server, :name, :sourceDatabaseId, :serviceBrokerGuid, :collation, :state, :compatibility, :sourceCreatedAt)
RETURNING id
