package dev.granary.emulator.views;

import dev.granary.emulator.engine.SqlType;
import dev.granary.emulator.model.DbObject;
import dev.granary.emulator.model.ObjectType;
import dev.granary.emulator.model.Principal;
import dev.granary.emulator.model.Schema;
import dev.granary.emulator.model.Sequence;
import dev.granary.emulator.model.Synonym;
import dev.granary.emulator.model.Table;
import dev.granary.emulator.model.TableNature;
import dev.granary.emulator.model.View;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** sys.objects and the views that add columns to its rows for one kind of object. */
final class ObjectViews {

    /** The first twelve columns of every view of objects. */
    static final List<ViewColumn<DbObject>> COMMON = columns(CatalogView.<DbObject>sys("objects"))
            .scan(s -> List.of())
            .build()
            .columns();

    static final CatalogView<DbObject> OBJECTS =
            common("objects", Rows::inSchema).build();

    static final CatalogView<DbObject> TABLES = common("tables", Rows::userTable)
            .nulls(SqlType.INT, "filestream_data_space_id")
            .integer("lob_data_space_id", o -> 0)
            .integer("max_column_id_used", o -> ((Table) o).maxColumnId())
            .unset("lock_on_bulk_load")
            .bit("uses_ansi_nulls", o -> true)
            .unset("is_replicated", "has_replication_filter", "is_merge_published", "is_sync_tran_subscribed")
            .unset("has_unchecked_assembly_data")
            .integer("text_in_row_limit", o -> 0)
            .unset("large_value_types_out_of_row")
            .bit("is_tracked_by_cdc", o -> nature(o).captured())
            .tinyint("lock_escalation", o -> nature(o).lockEscalation())
            .nvarchar("lock_escalation_desc", 60, o -> switch (nature(o).lockEscalation()) {
                case 1 -> "DISABLE";
                case 2 -> "AUTO";
                default -> "TABLE";
            })
            .unset("is_filetable")
            .bit("is_memory_optimized", o -> storage(o).memoryOptimized())
            .tinyint("durability", o -> storage(o).schemaOnly() ? 1 : 0)
            .nvarchar("durability_desc", 60, o -> storage(o).schemaOnly() ? "SCHEMA_ONLY" : "SCHEMA_AND_DATA")
            .tinyint("temporal_type", o -> storage(o).temporalType())
            .nvarchar("temporal_type_desc", 60, o -> switch (storage(o).temporalType()) {
                case 1 -> "HISTORY_TABLE";
                case 2 -> "SYSTEM_VERSIONED_TEMPORAL_TABLE";
                default -> "NON_TEMPORAL_TABLE";
            })
            .integer("history_table_id", o -> storage(o).historyTableId())
            .unset("is_remote_data_archive_enabled")
            .bit("is_external", o -> nature(o).external() != null)
            .integer("history_retention_period", o -> retention(o, false))
            .integer("history_retention_period_unit", o -> retention(o, true))
            .nvarchar("history_retention_period_unit_desc", 10, ObjectViews::retentionUnit)
            .bit("is_node", o -> nature(o).graph() == 'N')
            .bit("is_edge", o -> nature(o).graph() == 'E')
            .integer("data_retention_period", o -> -1)
            .integer("data_retention_period_unit", o -> -1)
            .nvarchar("data_retention_period_unit_desc", 10, o -> "INFINITE")
            .tinyint("ledger_type", o -> nature(o).ledgerType())
            .nvarchar("ledger_type_desc", 60, o -> switch (nature(o).ledgerType()) {
                case 1 -> "HISTORY_TABLE";
                case 2 -> "UPDATABLE_LEDGER_TABLE";
                case 3 -> "APPEND_ONLY_LEDGER_TABLE";
                default -> "NON_LEDGER_TABLE";
            })
            .integer("ledger_view_id", o -> nature(o).ledgerViewId())
            .bit("is_dropped_ledger_table", o -> nature(o).droppedLedger())
            .build();

    static final CatalogView<DbObject> VIEWS =
            viewColumns(common("views", o -> o instanceof View)).build();

    static final CatalogView<DbObject> PROCEDURES = common(
                    "procedures", o -> o.type() == ObjectType.PROCEDURE || o.type() == ObjectType.CLR_PROCEDURE)
            .unset("is_auto_executed", "is_execution_replicated", "is_repl_serializable_only", "skips_repl_constraints")
            .build();

    static final CatalogView<DbObject> SYNONYMS = common("synonyms", o -> o instanceof Synonym)
            .nvarchar("base_object_name", 1035, o -> ((Synonym) o).target())
            .build();

    static final CatalogView<DbObject> SEQUENCES = common("sequences", o -> o instanceof Sequence)
            .number("start_value", o -> settings(o).start())
            .number("increment", o -> settings(o).increment())
            .number("minimum_value", o -> settings(o).minimum())
            .number("maximum_value", o -> settings(o).maximum())
            .bit("is_cycling", o -> settings(o).cycling())
            .bit("is_cached", o -> settings(o).cached())
            .integer("cache_size", o -> settings(o).cacheSize())
            .tinyint("system_type_id", o -> settings(o).type().type().systemTypeId())
            .integer("user_type_id", o -> settings(o).type().type().userTypeId())
            .tinyint("precision", o -> settings(o).type().precision())
            .tinyint("scale", o -> settings(o).type().scale())
            .number("current_value", o -> settings(o).start())
            .unset("is_exhausted")
            .number("last_used_value", o -> null)
            .build();

    private ObjectViews() {}

    static CatalogView.Builder<DbObject> common(String name, Predicate<DbObject> which) {
        return columns(CatalogView.<DbObject>sys(name))
                .key(
                        List.of("object_id"),
                        1,
                        s -> Rows.filter(Rows.objects(s), which),
                        (s, v) -> Rows.filter(Rows.object(s, v[0]), which))
                .estimate(s -> s.catalog().objectCount());
    }

    static <T> CatalogView.Builder<T> viewColumns(CatalogView.Builder<T> builder) {
        return builder.unset("is_replicated", "has_replication_filter", "has_opaque_metadata")
                .unset("has_unchecked_assembly_data")
                .bit("with_check_option", o -> o instanceof View v && v.checkOption())
                .unset("is_date_correlation_view", "is_tracked_by_cdc", "has_snapshot")
                .tinyint("ledger_view_type", o -> o instanceof View v && v.ledger() ? 1 : 0)
                .nvarchar(
                        "ledger_view_type_desc",
                        60,
                        o -> o instanceof View v && v.ledger() ? "LEDGER_VIEW" : "NON_LEDGER_VIEW")
                .bit(
                        "is_dropped_ledger_view",
                        o -> o instanceof View v && v.ledger() && v.name().startsWith("MSSQL_Dropped"));
    }

    static CatalogView.Builder<DbObject> columns(CatalogView.Builder<DbObject> builder) {
        return builder.sysname("name", DbObject::name)
                .integer("object_id", DbObject::id)
                .integer("principal_id", DbObject::ownerId)
                .integer("schema_id", o -> o.schema().id())
                .integer("parent_object_id", DbObject::parentId)
                .chars("type", 2, o -> o.type().code())
                .nvarchar("type_desc", 60, o -> o.type().description())
                .datetime("create_date", DbObject::createDate)
                .datetime("modify_date", DbObject::modifyDate)
                .bit(
                        "is_ms_shipped",
                        o -> o.schema().id() == Schema.SYS || o.schema().id() == Schema.INFORMATION_SCHEMA)
                .unset("is_published", "is_schema_published");
    }

    private static Table.Storage storage(DbObject o) {
        return ((Table) o).storage();
    }

    private static TableNature nature(DbObject o) {
        return ((Table) o).nature();
    }

    private static @Nullable Integer retention(DbObject o, boolean unit) {
        var said = nature(o).retention();
        if (storage(o).temporalType() != 2) {
            return null;
        }
        return said == null ? Integer.valueOf(-1) : unit ? (Integer) said.unit() : (Integer) said.period();
    }

    private static @Nullable String retentionUnit(DbObject o) {
        var unit = retention(o, true);
        return unit == null
                ? null
                : switch (unit) {
                    case 3 -> "DAY";
                    case 4 -> "WEEK";
                    case 5 -> "MONTH";
                    case 6 -> "YEAR";
                    default -> "INFINITE";
                };
    }

    private static Sequence.Settings settings(DbObject o) {
        return ((Sequence) o).settings();
    }

    static final CatalogView<Schema> SCHEMAS = CatalogView.<Schema>sys("schemas")
            .sysname("name", Schema::name)
            .integer("schema_id", Schema::id)
            .integer("principal_id", Schema::ownerId)
            .key(
                    List.of("schema_id"),
                    1,
                    s -> Rows.filter(s.catalog().schemas(), x -> s.access().sees(x)),
                    (s, v) -> schema(s, v[0]))
            .build();

    private static List<Schema> schema(Scope scope, int id) {
        var schema = scope.catalog().schema(id);
        return schema == null || !scope.access().sees(schema) ? List.of() : List.of(schema);
    }

    static String ownerName(Scope scope, Schema schema) {
        Principal owner = scope.catalog().principals().byId(schema.ownerId());
        return owner == null ? "" : owner.name();
    }
}
