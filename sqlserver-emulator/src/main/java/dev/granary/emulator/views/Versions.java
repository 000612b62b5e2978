package dev.granary.emulator.views;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Which views and columns came with which major version; what is not named was there in 2012. */
final class Versions {

    private static final Map<Integer, List<String>> SINCE = Map.of(
            12,
            List.of(
                    "sys.hash_indexes",
                    "sys.tables.is_memory_optimized",
                    "sys.tables.durability",
                    "sys.tables.durability_desc",
                    "sys.table_types.is_memory_optimized",
                    "sys.sql_modules.uses_native_compilation",
                    "sys.databases.is_memory_optimized_elevate_to_snapshot_on",
                    "sys.databases.delayed_durability",
                    "sys.databases.delayed_durability_desc",
                    "sys.stats.is_incremental"),
            13,
            List.of(
                    "sys.masked_columns",
                    "sys.periods",
                    "sys.external_tables",
                    "sys.external_data_sources",
                    "sys.external_file_formats",
                    "sys.security_policies",
                    "sys.security_predicates",
                    "sys.column_master_keys",
                    "sys.column_encryption_keys",
                    "sys.column_encryption_key_values",
                    "sys.database_scoped_configurations",
                    "sys.tables.temporal_type",
                    "sys.tables.temporal_type_desc",
                    "sys.tables.history_table_id",
                    "sys.tables.is_remote_data_archive_enabled",
                    "sys.tables.is_external",
                    "sys.columns.generated_always_type",
                    "sys.columns.generated_always_type_desc",
                    "sys.columns.is_hidden",
                    "sys.columns.is_masked",
                    "sys.columns.encryption_type",
                    "sys.columns.encryption_type_desc",
                    "sys.columns.encryption_algorithm_name",
                    "sys.columns.column_encryption_key_id",
                    "sys.columns.column_encryption_key_database_name",
                    "sys.parameters.encryption_type",
                    "sys.parameters.encryption_type_desc",
                    "sys.parameters.encryption_algorithm_name",
                    "sys.parameters.column_encryption_key_id",
                    "sys.parameters.column_encryption_key_database_name",
                    "sys.indexes.compression_delay",
                    "sys.databases.is_query_store_on",
                    "sys.databases.is_remote_data_archive_enabled",
                    "sys.databases.is_mixed_page_allocation_on"),
            14,
            List.of(
                    "sys.tables.is_node",
                    "sys.tables.is_edge",
                    "sys.tables.history_retention_period",
                    "sys.tables.history_retention_period_unit",
                    "sys.tables.history_retention_period_unit_desc",
                    "sys.columns.graph_type",
                    "sys.columns.graph_type_desc",
                    "sys.indexes.suppress_dup_key_messages",
                    "sys.indexes.auto_created",
                    "sys.databases.is_temporal_history_retention_enabled",
                    "sys.database_scoped_configurations.is_value_default"),
            15,
            List.of(
                    "sys.sensitivity_classifications",
                    "sys.edge_constraints",
                    "sys.edge_constraint_clauses",
                    "sys.views.has_snapshot",
                    "sys.indexes.optimize_for_sequential_key",
                    "sys.sql_modules.is_inlineable",
                    "sys.stats.has_persisted_sample",
                    "sys.stats.stats_generation_method",
                    "sys.stats.stats_generation_method_desc",
                    "sys.key_constraints.is_enforced",
                    "sys.databases.catalog_collation_type",
                    "sys.databases.catalog_collation_type_desc",
                    "sys.databases.physical_database_name",
                    "sys.databases.is_result_set_caching_on",
                    "sys.databases.is_accelerated_database_recovery_on",
                    "sys.databases.is_tempdb_spill_to_remote_store",
                    "sys.databases.is_stale_page_detection_on",
                    "sys.databases.is_memory_optimized_enabled"),
            16,
            List.of(
                    "sys.tables.ledger_type",
                    "sys.tables.ledger_type_desc",
                    "sys.tables.ledger_view_id",
                    "sys.tables.is_dropped_ledger_table",
                    "sys.tables.data_retention_period",
                    "sys.tables.data_retention_period_unit",
                    "sys.tables.data_retention_period_unit_desc",
                    "sys.views.ledger_view_type",
                    "sys.views.ledger_view_type_desc",
                    "sys.views.is_dropped_ledger_view",
                    "sys.columns.ledger_view_column_type",
                    "sys.columns.ledger_view_column_type_desc",
                    "sys.columns.is_dropped_ledger_column",
                    "sys.columns.is_data_deletion_filter_column",
                    "sys.index_columns.column_store_order_ordinal",
                    "sys.partitions.xml_compression",
                    "sys.partitions.xml_compression_desc",
                    "sys.databases.is_data_retention_enabled",
                    "sys.databases.is_ledger_on",
                    "sys.databases.is_change_feed_enabled"));

    private Versions() {}

    /** What a server of this major version does not have yet. */
    static Stream<String> after(int version) {
        return SINCE.entrySet().stream().filter(e -> e.getKey() > version).flatMap(e -> e.getValue().stream());
    }
}
