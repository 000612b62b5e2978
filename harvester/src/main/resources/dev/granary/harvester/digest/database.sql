-- One row: the current database's own options. Needs access to the database, which is found by name as in database.sql.
SELECT COUNT_BIG(*) AS row_count, MAX(x.id) AS max_id, SUM(CAST(x.h AS bigint)) AS sum_h, CHECKSUM_AGG(x.h) AS agg_h
  FROM (SELECT d.database_id AS id,
               BINARY_CHECKSUM(CAST(d.collation_name AS varbinary(256)),
                               d.recovery_model,
                               d.is_read_only,
                               CAST(d.containment_desc AS varbinary(120)), -- needs sys.databases.containment_desc
                               CAST(d.user_access_desc AS varbinary(120)), -- needs sys.databases.user_access_desc
                               CAST(d.snapshot_isolation_state_desc AS varbinary(120)), -- needs sys.databases.snapshot_isolation_state_desc
                               d.is_read_committed_snapshot_on, -- needs sys.databases.is_read_committed_snapshot_on
                               CAST(d.page_verify_option_desc AS varbinary(120)), -- needs sys.databases.page_verify_option_desc
                               CAST(d.delayed_durability_desc AS varbinary(120)), -- needs sys.databases.delayed_durability_desc
                               CAST(d.catalog_collation_type_desc AS varbinary(120)), -- needs sys.databases.catalog_collation_type_desc
                               d.target_recovery_time_in_seconds, -- needs sys.databases.target_recovery_time_in_seconds
                               d.is_auto_close_on, -- needs sys.databases.is_auto_close_on
                               d.is_auto_shrink_on, -- needs sys.databases.is_auto_shrink_on
                               d.is_auto_create_stats_on, -- needs sys.databases.is_auto_create_stats_on
                               d.is_auto_create_stats_incremental_on, -- needs sys.databases.is_auto_create_stats_incremental_on
                               d.is_auto_update_stats_on, -- needs sys.databases.is_auto_update_stats_on
                               d.is_auto_update_stats_async_on, -- needs sys.databases.is_auto_update_stats_async_on
                               d.is_ansi_null_default_on, -- needs sys.databases.is_ansi_null_default_on
                               d.is_ansi_nulls_on, -- needs sys.databases.is_ansi_nulls_on
                               d.is_ansi_padding_on, -- needs sys.databases.is_ansi_padding_on
                               d.is_ansi_warnings_on, -- needs sys.databases.is_ansi_warnings_on
                               d.is_arithabort_on, -- needs sys.databases.is_arithabort_on
                               d.is_concat_null_yields_null_on, -- needs sys.databases.is_concat_null_yields_null_on
                               d.is_numeric_roundabort_on, -- needs sys.databases.is_numeric_roundabort_on
                               d.is_quoted_identifier_on, -- needs sys.databases.is_quoted_identifier_on
                               d.is_recursive_triggers_on, -- needs sys.databases.is_recursive_triggers_on
                               d.is_parameterization_forced, -- needs sys.databases.is_parameterization_forced
                               d.is_date_correlation_on, -- needs sys.databases.is_date_correlation_on
                               d.is_trustworthy_on, -- needs sys.databases.is_trustworthy_on
                               d.is_db_chaining_on, -- needs sys.databases.is_db_chaining_on
                               d.is_broker_enabled, -- needs sys.databases.is_broker_enabled
                               d.is_published, -- needs sys.databases.is_published
                               d.is_merge_published, -- needs sys.databases.is_merge_published
                               d.is_encrypted, -- needs sys.databases.is_encrypted
                               d.is_cdc_enabled, -- needs sys.databases.is_cdc_enabled
                               d.is_query_store_on, -- needs sys.databases.is_query_store_on
                               d.is_mixed_page_allocation_on, -- needs sys.databases.is_mixed_page_allocation_on
                               d.is_temporal_history_retention_enabled, -- needs sys.databases.is_temporal_history_retention_enabled
                               d.is_memory_optimized_elevate_to_snapshot_on, -- needs sys.databases.is_memory_optimized_elevate_to_snapshot_on
                               d.is_accelerated_database_recovery_on, -- needs sys.databases.is_accelerated_database_recovery_on
                               d.is_ledger_on, -- needs sys.databases.is_ledger_on
                               d.is_change_feed_enabled, -- needs sys.databases.is_change_feed_enabled
                               ct.retention_period, -- needs sys.change_tracking_databases
                               ct.retention_period_units, -- needs sys.change_tracking_databases
                               ct.is_auto_cleanup_on, -- needs sys.change_tracking_databases
                               d.compatibility_level) AS h
          FROM sys.databases AS d
          LEFT JOIN sys.change_tracking_databases AS ct ON ct.database_id = d.database_id -- needs sys.change_tracking_databases
         WHERE d.name = DB_NAME()
       ) AS x
