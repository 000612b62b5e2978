package dev.granary.emulator.views;

import dev.granary.emulator.engine.SqlType;
import dev.granary.emulator.model.Database;
import dev.granary.emulator.model.ServerSettings;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What belongs to the server: databases, servers, settings. */
final class ServerViews {

    static final CatalogView<Database> DATABASES = CatalogView.<Database>sys("databases")
            .sysname("name", Database::name)
            .integer("database_id", Database::id)
            .nulls(SqlType.INT, "source_database_id")
            .add("owner_sid", SqlType.VARBINARY, 85, 0, 0, (d, s) -> Sids.of(d.ownerLogin()))
            .datetime("create_date", Database::createDate)
            .tinyint("compatibility_level", d -> d.options().compatibilityLevel())
            .sysname("collation_name", d -> d.state() == Database.State.ONLINE && !d.closed() ? d.collation() : null)
            .tinyint("user_access", d -> d.options().userAccess())
            .nvarchar("user_access_desc", 60, d -> switch (d.options().userAccess()) {
                case 1 -> "SINGLE_USER";
                case 2 -> "RESTRICTED_USER";
                default -> "MULTI_USER";
            })
            .bit("is_read_only", d -> d.options().readOnly())
            .bit("is_auto_close_on", d -> d.options().autoClose())
            .bit("is_auto_shrink_on", d -> d.on("AUTO_SHRINK"))
            .tinyint("state", d -> d.state().code())
            .nvarchar("state_desc", 60, d -> d.state().name())
            .unset("is_in_standby", "is_cleanly_shutdown", "is_supplemental_logging_enabled")
            .tinyint("snapshot_isolation_state", d -> d.options().snapshotIsolation() ? 1 : 0)
            .nvarchar("snapshot_isolation_state_desc", 60, d -> d.options().snapshotIsolation() ? "ON" : "OFF")
            .bit("is_read_committed_snapshot_on", d -> d.options().readCommittedSnapshot())
            .tinyint("recovery_model", d -> d.options().recoveryModel())
            .nvarchar("recovery_model_desc", 60, d -> switch (d.options().recoveryModel()) {
                case 2 -> "BULK_LOGGED";
                case 3 -> "SIMPLE";
                default -> "FULL";
            })
            .tinyint("page_verify_option", d -> switch (pageVerify(d)) {
                case "NONE" -> 0;
                case "TORN_PAGE_DETECTION" -> 1;
                default -> 2;
            })
            .nvarchar("page_verify_option_desc", 60, ServerViews::pageVerify)
            .bit("is_auto_create_stats_on", d -> !"OFF".equals(d.settings().get("AUTO_CREATE_STATISTICS")))
            .unset("is_auto_create_stats_incremental_on")
            .bit("is_auto_update_stats_on", d -> !"OFF".equals(d.settings().get("AUTO_UPDATE_STATISTICS")))
            .unset("is_auto_update_stats_async_on", "is_ansi_null_default_on", "is_ansi_nulls_on", "is_ansi_padding_on")
            .unset("is_ansi_warnings_on", "is_arithabort_on", "is_concat_null_yields_null_on")
            .unset("is_numeric_roundabort_on", "is_quoted_identifier_on", "is_recursive_triggers_on")
            .unset("is_cursor_close_on_commit_on", "is_local_cursor_default", "is_fulltext_enabled")
            .bit("is_trustworthy_on", d -> d.on("TRUSTWORTHY"))
            .bit("is_db_chaining_on", d -> d.on("DB_CHAINING"))
            .bit("is_parameterization_forced", d -> "FORCED".equals(d.settings().get("PARAMETERIZATION")))
            .unset("is_master_key_encrypted_by_server")
            .bit("is_query_store_on", d -> d.on("QUERY_STORE"))
            .unset("is_published", "is_subscribed")
            .unset("is_merge_published", "is_distributor", "is_sync_with_backup")
            .add("service_broker_guid", SqlType.UNIQUEIDENTIFIER, 0, 0, 0, (d, s) -> d.brokerGuid())
            .unset("is_broker_enabled")
            .tinyint("log_reuse_wait", d -> 0)
            .nvarchar("log_reuse_wait_desc", 60, d -> "NOTHING")
            .unset("is_date_correlation_on")
            .bit("is_cdc_enabled", d -> d.on("CDC"))
            .bit("is_encrypted", d -> d.on("ENCRYPTION"))
            .unset("is_honor_broker_priority_on")
            .add("replica_id", SqlType.UNIQUEIDENTIFIER, 0, 0, 0, (d, s) -> null)
            .add("group_database_id", SqlType.UNIQUEIDENTIFIER, 0, 0, 0, (d, s) -> null)
            .nulls(SqlType.INT, "resource_pool_id")
            .smallint("default_language_lcid", d -> null)
            .nulls(SqlType.NVARCHAR, "default_language_name")
            .integer("default_fulltext_language_lcid", d -> null)
            .nulls(SqlType.NVARCHAR, "default_fulltext_language_name")
            .bit("is_nested_triggers_on", d -> null)
            .bit("is_transform_noise_words_on", d -> null)
            .smallint("two_digit_year_cutoff", d -> null)
            .tinyint("containment", d -> 0)
            .nvarchar("containment_desc", 60, d -> "NONE")
            .integer("target_recovery_time_in_seconds", d -> 60)
            .integer("delayed_durability", d -> 0)
            .nvarchar("delayed_durability_desc", 60, d -> "DISABLED")
            .unset("is_memory_optimized_elevate_to_snapshot_on", "is_federation_member")
            .unset("is_remote_data_archive_enabled", "is_mixed_page_allocation_on")
            .bit("is_temporal_history_retention_enabled", d -> true)
            .integer("catalog_collation_type", d -> 0)
            .nvarchar("catalog_collation_type_desc", 60, d -> "DATABASE_DEFAULT")
            .nvarchar("physical_database_name", 128, Database::name)
            .unset("is_result_set_caching_on")
            .bit("is_accelerated_database_recovery_on", d -> d.on("ACCELERATED_DATABASE_RECOVERY"))
            .unset("is_tempdb_spill_to_remote_store", "is_stale_page_detection_on", "is_memory_optimized_enabled")
            .unset("is_data_retention_enabled", "is_ledger_on", "is_change_feed_enabled")
            .key(
                    List.of("database_id"),
                    1,
                    s -> Rows.filter(s.server().databases(), d -> s.access().seesDatabase(d)),
                    (s, v) -> Rows.filter(database(s, v[0]), d -> s.access().seesDatabase(d)))
            .estimate(s -> s.server().databases().size())
            .build();

    /** Itself or a linked server. */
    record OfServer(int id, String name, ServerSettings.@Nullable LinkedServer linked) {}

    static final CatalogView<OfServer> SERVERS = CatalogView.<OfServer>sys("servers")
            .integer("server_id", OfServer::id)
            .sysname("name", OfServer::name)
            .sysname(
                    "product",
                    r -> r.linked() == null ? "SQL Server" : r.linked().product())
            .sysname(
                    "provider", r -> r.linked() == null ? "SQLNCLI" : r.linked().provider())
            .nvarchar(
                    "data_source",
                    4000,
                    r -> r.linked() == null ? r.name() : r.linked().dataSource())
            .nvarchar(
                    "location",
                    4000,
                    r -> r.linked() == null ? null : r.linked().location())
            .looked(
                    "provider_string",
                    SqlType.NVARCHAR,
                    (r, s) -> r.linked() == null || !s.access().sysadmin()
                            ? null
                            : r.linked().providerString())
            .sysname("catalog", r -> r.linked() == null ? null : r.linked().catalog())
            .integer("connect_timeout", r -> 0)
            .integer("query_timeout", r -> 0)
            .bit("is_linked", r -> r.linked() != null)
            .bit("is_remote_login_enabled", r -> r.linked() == null)
            .bit("is_rpc_out_enabled", r -> r.linked() == null || r.linked().rpcOut())
            .bit("is_data_access_enabled", r -> r.linked() != null && r.linked().dataAccess())
            .unset("is_collation_compatible")
            .bit("uses_remote_collation", r -> true)
            .nulls(SqlType.NVARCHAR, "collation_name")
            .unset("lazy_schema_validation", "is_system", "is_publisher", "is_subscriber", "is_distributor")
            .unset("is_nonsql_subscriber", "is_remote_proc_transaction_promotion_enabled")
            .looked(
                    "modify_date",
                    SqlType.DATETIME,
                    (r, s) -> s.server().databases().iterator().next().createDate())
            .unset("is_rda_server")
            .scan(ServerViews::servers)
            .build();

    /** A server setting; none of them does anything here. */
    record Setting(int id, String name, int value, int minimum, int maximum, String description) {}

    private static final List<Setting> SETTINGS = List.of(
            new Setting(101, "recovery interval (min)", 0, 0, 32767, "Maximum recovery interval in minutes"),
            new Setting(102, "allow updates", 0, 0, 1, "Allow updates to system tables"),
            new Setting(103, "user connections", 0, 0, 32767, "Number of user connections allowed"),
            new Setting(115, "nested triggers", 1, 0, 1, "Allow triggers to be invoked within triggers"),
            new Setting(117, "remote access", 1, 0, 1, "Allow remote access"),
            new Setting(518, "show advanced options", 0, 0, 1, "show advanced options"),
            new Setting(1538, "cost threshold for parallelism", 5, 0, 32767, "cost threshold for parallelism"),
            new Setting(1539, "max degree of parallelism", 0, 0, 32767, "maximum degree of parallelism"),
            new Setting(
                    1544, "max server memory (MB)", 2147483647, 128, 2147483647, "Maximum size of server memory (MB)"),
            new Setting(1562, "clr enabled", 0, 0, 1, "CLR user code execution enabled in the server"),
            new Setting(16390, "xp_cmdshell", 0, 0, 1, "Enable or disable command shell"));

    static final CatalogView<Setting> CONFIGURATIONS = CatalogView.<Setting>sys("configurations")
            .integer("configuration_id", Setting::id)
            .nvarchar("name", 35, Setting::name)
            .looked(
                    "value",
                    SqlType.SQL_VARIANT,
                    (c, s) -> s.server().settings().configured(c.name(), c.value()))
            .number("minimum", Setting::minimum)
            .number("maximum", Setting::maximum)
            .looked(
                    "value_in_use",
                    SqlType.SQL_VARIANT,
                    (c, s) -> s.server().settings().inUse(c.name(), c.value()))
            .nvarchar("description", 255, Setting::description)
            .bit("is_dynamic", c -> true)
            .bit("is_advanced", c -> c.id() > 518)
            .scan(s -> SETTINGS)
            .build();

    /** The database-scoped settings and what they are when nobody said anything, in the order of their ids. */
    private static final List<String> SCOPED = List.of(
            "MAXDOP=0",
            "LEGACY_CARDINALITY_ESTIMATION=0",
            "PARAMETER_SNIFFING=1",
            "QUERY_OPTIMIZER_HOTFIXES=0",
            "IDENTITY_CACHE=1",
            "INTERLEAVED_EXECUTION_TVF=1",
            "BATCH_MODE_ADAPTIVE_JOINS=1",
            "ROW_MODE_MEMORY_GRANT_FEEDBACK=1",
            "LAST_QUERY_PLAN_STATS=0");

    /** A database-scoped setting as this database has it. */
    record Scoped(int id, String name, String value, boolean byDefault) {}

    static final CatalogView<Scoped> SCOPED_CONFIGURATIONS = CatalogView.<Scoped>sys("database_scoped_configurations")
            .integer("configuration_id", Scoped::id)
            .nvarchar("name", 60, Scoped::name)
            .variant("value", Scoped::value)
            .variant("value_for_secondary", r -> null)
            .bit("is_value_default", Scoped::byDefault)
            .scan(ServerViews::scoped)
            .build();

    static final CatalogView<Database> CHANGE_TRACKING_DATABASES = CatalogView.<Database>sys(
                    "change_tracking_databases")
            .integer("database_id", Database::id)
            .bit("is_auto_cleanup_on", d -> true)
            .integer("retention_period", d -> 2)
            .tinyint("retention_period_units", d -> 3)
            .nvarchar("retention_period_units_desc", 60, d -> "DAYS")
            .scan(s -> Rows.filter(
                    s.server().databases(),
                    d -> d.on("CHANGE_TRACKING") && s.access().seesDatabase(d)))
            .build();

    private ServerViews() {}

    private static String pageVerify(Database database) {
        return database.settings().getOrDefault("PAGE_VERIFY", "CHECKSUM");
    }

    private static List<OfServer> servers(Scope scope) {
        var all = new ArrayList<OfServer>();
        all.add(new OfServer(0, scope.server().profile().name(), null));
        for (var linked : scope.server().settings().linked().all()) {
            all.add(new OfServer(linked.id(), linked.name(), linked));
        }
        return all;
    }

    private static List<Scoped> scoped(Scope scope) {
        var said = scope.catalog().extras().scopedSettings();
        var all = new ArrayList<Scoped>();
        for (int i = 0; i < SCOPED.size(); i++) {
            var parts = SCOPED.get(i).split("=", 2);
            var value = said.getOrDefault(parts[0], parts[1]);
            var shown = value.equalsIgnoreCase("ON") ? "1" : value.equalsIgnoreCase("OFF") ? "0" : value;
            all.add(new Scoped(i + 1, parts[0], shown, shown.equals(parts[1])));
        }
        return all;
    }

    private static List<Database> database(Scope scope, int id) {
        var database = scope.server().database(id);
        return database == null ? List.of() : List.of(database);
    }
}
