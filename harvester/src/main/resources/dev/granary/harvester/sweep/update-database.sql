-- What a server now says of a known database.
UPDATE granary.database
   SET name = :name, source_database_id = :sourceDatabaseId, service_broker_guid = :serviceBrokerGuid, "collation" = :collation,
       state = :state, compatibility = :compatibility, source_created_at = :sourceCreatedAt
 WHERE id = :id
