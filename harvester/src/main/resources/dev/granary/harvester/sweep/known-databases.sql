-- One row per database of a server that was not dropped. Aliases are the components of KnownDatabase.
SELECT id, name, source_database_id, service_broker_guid, "collation", state, compatibility, source_created_at
  FROM granary.database
 WHERE server_id = :server
   AND dropped_at IS NULL
 ORDER BY name
