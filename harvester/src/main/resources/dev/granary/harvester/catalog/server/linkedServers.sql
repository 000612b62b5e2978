-- One row per linked or remote server, by name; the server itself (server_id 0) is none.
-- Needs no right where the default mapping of logins stands; a linked server without it is hidden from those that it does not map.
-- Trap: provider_string may hold a password, and sys.linked_logins names logins: neither is read.
SELECT v.name                                        AS name,
       v.product                                     AS product,
       v.provider                                    AS provider,
       v.data_source                                 AS dataSource,
       v.location                                    AS location,
       v.catalog                                     AS catalog,
       v.is_linked                                   AS linked,
       v.is_remote_login_enabled                     AS remoteLogin,
       v.is_rpc_out_enabled                          AS rpcOut,
       v.is_data_access_enabled                      AS dataAccess,
       v.is_collation_compatible                     AS collationCompatible,
       v.uses_remote_collation                       AS usesRemoteCollation,
       v.collation_name                              AS collation,
       v.connect_timeout                             AS connectTimeout,
       v.query_timeout                               AS queryTimeout,
       v.lazy_schema_validation                      AS lazySchemaValidation,
       v.is_publisher                                AS publisher,
       v.is_subscriber                               AS subscriber,
       v.is_distributor                              AS distributor,
       v.is_remote_proc_transaction_promotion_enabled AS transactionPromotion
  FROM sys.servers AS v
 WHERE v.server_id <> 0
 ORDER BY v.server_id
