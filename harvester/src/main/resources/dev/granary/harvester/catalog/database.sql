-- One row: the current database. Aliases are the components of DatabaseRow.
-- Needs access to the database. On Azure SQL Database DB_ID() may disagree with this view, so the row is found by name, and by id
-- only where no row has that name, as where an engine that only resembles SQL Server writes it otherwise in the two places.
-- Not read: names, ids, dates, state, sizes, and what only says how the log is doing.
SELECT d.name AS database_name,
       d.collation_name AS collation,
       d.compatibility_level AS compatibility_level,
       d.recovery_model_desc AS recovery_model, -- needs sys.databases.recovery_model_desc
       d.is_read_only AS read_only, -- needs sys.databases.is_read_only
       d.containment_desc                              AS containment, -- needs sys.databases.containment_desc
       d.user_access_desc                              AS user_access, -- needs sys.databases.user_access_desc
       d.snapshot_isolation_state_desc                 AS snapshot_isolation, -- needs sys.databases.snapshot_isolation_state_desc
       d.is_read_committed_snapshot_on                 AS read_committed_snapshot, -- needs sys.databases.is_read_committed_snapshot_on
       d.page_verify_option_desc                       AS page_verify, -- needs sys.databases.page_verify_option_desc
       d.delayed_durability_desc                       AS delayed_durability, -- needs sys.databases.delayed_durability_desc
       d.catalog_collation_type_desc                   AS catalog_collation, -- needs sys.databases.catalog_collation_type_desc
       d.target_recovery_time_in_seconds               AS target_recovery_seconds, -- needs sys.databases.target_recovery_time_in_seconds
       d.is_auto_close_on                              AS auto_close, -- needs sys.databases.is_auto_close_on
       d.is_auto_shrink_on                             AS auto_shrink, -- needs sys.databases.is_auto_shrink_on
       d.is_auto_create_stats_on                       AS auto_create_statistics, -- needs sys.databases.is_auto_create_stats_on
       d.is_auto_create_stats_incremental_on           AS incremental_statistics, -- needs sys.databases.is_auto_create_stats_incremental_on
       d.is_auto_update_stats_on                       AS auto_update_statistics, -- needs sys.databases.is_auto_update_stats_on
       d.is_auto_update_stats_async_on                 AS auto_update_statistics_async, -- needs sys.databases.is_auto_update_stats_async_on
       d.is_ansi_null_default_on                       AS ansi_null_default, -- needs sys.databases.is_ansi_null_default_on
       d.is_ansi_nulls_on                              AS ansi_nulls, -- needs sys.databases.is_ansi_nulls_on
       d.is_ansi_padding_on                            AS ansi_padding, -- needs sys.databases.is_ansi_padding_on
       d.is_ansi_warnings_on                           AS ansi_warnings, -- needs sys.databases.is_ansi_warnings_on
       d.is_arithabort_on                              AS arith_abort, -- needs sys.databases.is_arithabort_on
       d.is_concat_null_yields_null_on                 AS concat_null_yields_null, -- needs sys.databases.is_concat_null_yields_null_on
       d.is_numeric_roundabort_on                      AS numeric_round_abort, -- needs sys.databases.is_numeric_roundabort_on
       d.is_quoted_identifier_on                       AS quoted_identifier, -- needs sys.databases.is_quoted_identifier_on
       d.is_recursive_triggers_on                      AS recursive_triggers, -- needs sys.databases.is_recursive_triggers_on
       d.is_parameterization_forced                    AS parameterization_forced, -- needs sys.databases.is_parameterization_forced
       d.is_date_correlation_on                        AS date_correlation, -- needs sys.databases.is_date_correlation_on
       d.is_trustworthy_on                             AS trustworthy, -- needs sys.databases.is_trustworthy_on
       d.is_db_chaining_on                             AS chaining, -- needs sys.databases.is_db_chaining_on
       d.is_broker_enabled                             AS broker, -- needs sys.databases.is_broker_enabled
       d.is_published                                  AS published, -- needs sys.databases.is_published
       d.is_merge_published                            AS merge_published, -- needs sys.databases.is_merge_published
       d.is_encrypted                                  AS encrypted, -- needs sys.databases.is_encrypted
       d.is_cdc_enabled                                AS change_data_capture, -- needs sys.databases.is_cdc_enabled
       d.is_query_store_on                             AS query_store, -- needs sys.databases.is_query_store_on
       d.is_mixed_page_allocation_on                   AS mixed_pages, -- needs sys.databases.is_mixed_page_allocation_on
       d.is_temporal_history_retention_enabled         AS temporal_retention, -- needs sys.databases.is_temporal_history_retention_enabled
       d.is_memory_optimized_elevate_to_snapshot_on    AS elevate_to_snapshot, -- needs sys.databases.is_memory_optimized_elevate_to_snapshot_on
       d.is_accelerated_database_recovery_on           AS accelerated_recovery, -- needs sys.databases.is_accelerated_database_recovery_on
       d.is_ledger_on                                  AS ledger, -- needs sys.databases.is_ledger_on
       d.is_change_feed_enabled                        AS change_feed, -- needs sys.databases.is_change_feed_enabled
       ct.retention_period AS tracking_retention, -- needs sys.change_tracking_databases
       ct.retention_period_units_desc AS tracking_units, -- needs sys.change_tracking_databases
       ct.is_auto_cleanup_on AS tracking_cleanup -- needs sys.change_tracking_databases
  FROM sys.databases AS d
  LEFT JOIN sys.change_tracking_databases AS ct ON ct.database_id = d.database_id -- needs sys.change_tracking_databases
 WHERE d.name = DB_NAME()
    OR (d.database_id = DB_ID() AND NOT EXISTS (SELECT 1 FROM sys.databases AS n WHERE n.name = DB_NAME()))
