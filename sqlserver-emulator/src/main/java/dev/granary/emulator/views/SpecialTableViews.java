package dev.granary.emulator.views;

import dev.granary.emulator.model.DbObject;
import dev.granary.emulator.model.EdgeConstraint;
import dev.granary.emulator.model.Extras.ExternalFormat;
import dev.granary.emulator.model.Extras.ExternalSource;
import dev.granary.emulator.model.Table;
import dev.granary.emulator.model.TableNature;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** Temporal periods, external tables and what they lean on, edges between nodes, and change tracking. */
final class SpecialTableViews {

    static final CatalogView<Table> PERIODS = CatalogView.<Table>sys("periods")
            .sysname("name", t -> "SYSTEM_TIME")
            .tinyint("period_type", t -> 1)
            .nvarchar("period_type_desc", 60, t -> "SYSTEM_TIME_PERIOD")
            .integer("object_id", DbObject::id)
            .integer("start_column_id", t -> t.storage().periodStart())
            .integer("end_column_id", t -> t.storage().periodEnd())
            .key(
                    List.of("object_id"),
                    1,
                    s -> Rows.filter(Rows.objects(s, Table.class), SpecialTableViews::hasPeriod),
                    (s, v) -> Rows.filter(Rows.object(s, v[0], Table.class), SpecialTableViews::hasPeriod))
            .build();

    static final CatalogView<DbObject> EXTERNAL_TABLES = ObjectViews.common(
                    "external_tables",
                    o -> Rows.userTable(o) && ((Table) o).nature().external() != null)
            .integer("max_column_id_used", o -> ((Table) o).maxColumnId())
            .bit("uses_ansi_nulls", o -> true)
            .integer("data_source_id", o -> external(o).dataSourceId())
            .integer("file_format_id", o -> external(o).fileFormatId())
            .nvarchar("location", 4000, o -> external(o).location())
            .nvarchar("reject_type", 20, o -> "VALUE")
            .real("reject_value", o -> 0d)
            .real("reject_sample_value", o -> null)
            .integer("distribution_type", o -> null)
            .nvarchar("distribution_desc", 120, o -> null)
            .integer("sharding_col_id", o -> null)
            .sysname("remote_schema_name", o -> external(o).remoteSchema())
            .sysname("remote_object_name", o -> external(o).remoteName())
            .build();

    static final CatalogView<ExternalSource> EXTERNAL_DATA_SOURCES = CatalogView.<ExternalSource>sys(
                    "external_data_sources")
            .integer("data_source_id", ExternalSource::id)
            .sysname("name", ExternalSource::name)
            .nvarchar("location", 4000, ExternalSource::location)
            .nvarchar("type_desc", 255, ExternalSource::type)
            .tinyint("type", d -> switch (d.type()) {
                case "HADOOP" -> 0;
                case "RDBMS" -> 1;
                case "SHARD_MAP_MANAGER" -> 2;
                case "BLOB_STORAGE" -> 5;
                default -> 6;
            })
            .nvarchar("resource_manager_location", 4000, d -> null)
            .integer("credential_id", d -> 0)
            .sysname("database_name", ExternalSource::database)
            .sysname("shard_map_name", d -> null)
            .nvarchar("connection_options", 4000, d -> null)
            .nvarchar("pushdown", 256, d -> "ON")
            .key(
                    List.of("data_source_id"),
                    1,
                    s -> s.catalog().extras().externalSources().all(),
                    (s, v) -> Rows.oneOrNone(
                            s.catalog().extras().externalSources().byId(v[0])))
            .build();

    static final CatalogView<ExternalFormat> EXTERNAL_FILE_FORMATS = CatalogView.<ExternalFormat>sys(
                    "external_file_formats")
            .integer("file_format_id", ExternalFormat::id)
            .sysname("name", ExternalFormat::name)
            .tinyint("format_type", f -> 0)
            .nvarchar("format_type_desc", 100, ExternalFormat::type)
            .nvarchar("field_terminator", 10, f -> null)
            .nvarchar("string_delimiter", 10, f -> null)
            .nvarchar("date_format", 50, f -> null)
            .unset("use_type_default")
            .nvarchar("serde_method", 255, f -> null)
            .nvarchar("row_terminator", 10, f -> null)
            .nvarchar("encoding", 10, f -> null)
            .nvarchar("data_compression", 255, ExternalFormat::compression)
            .key(
                    List.of("file_format_id"),
                    1,
                    s -> s.catalog().extras().externalFormats().all(),
                    (s, v) -> Rows.oneOrNone(
                            s.catalog().extras().externalFormats().byId(v[0])))
            .build();

    static final CatalogView<EdgeConstraint> EDGE_CONSTRAINTS = CatalogView.<EdgeConstraint>sys("edge_constraints")
            .like(ObjectViews.COMMON)
            .unset("is_disabled", "is_not_trusted")
            .bit("is_system_named", EdgeConstraint::systemNamed)
            .tinyint("delete_referential_action", EdgeConstraint::onDelete)
            .nvarchar("delete_referential_action_desc", 60, e -> KeyViews.action(e.onDelete()))
            .key(
                    List.of("object_id"),
                    1,
                    s -> Rows.objects(s, EdgeConstraint.class),
                    (s, v) -> Rows.object(s, v[0], EdgeConstraint.class))
            .key(
                    List.of("parent_object_id"),
                    1,
                    s -> Rows.constraints(s, EdgeConstraint.class, Comparator.comparingInt(DbObject::id)),
                    (s, v) -> Rows.constraints(s, v[0], EdgeConstraint.class, Comparator.comparingInt(DbObject::id)))
            .build();

    /** One pair of node tables. */
    record Clause(EdgeConstraint constraint, EdgeConstraint.Pair pair) {}

    static final CatalogView<Clause> EDGE_CONSTRAINT_CLAUSES = CatalogView.<Clause>sys("edge_constraint_clauses")
            .integer("object_id", c -> c.constraint().id())
            .integer("from_object_id", c -> c.pair().fromId())
            .integer("to_object_id", c -> c.pair().toId())
            .key(
                    List.of("object_id"),
                    1,
                    s -> Rows.flat(Rows.objects(s, EdgeConstraint.class), SpecialTableViews::clauses),
                    (s, v) -> Rows.flat(Rows.object(s, v[0], EdgeConstraint.class), SpecialTableViews::clauses))
            .build();

    static final CatalogView<Table> CHANGE_TRACKING_TABLES = CatalogView.<Table>sys("change_tracking_tables")
            .integer("object_id", DbObject::id)
            .bit("is_track_columns_updated_on", t -> t.nature().tracking())
            .bigint("min_valid_version", t -> 0L)
            .bigint("begin_version", t -> 0L)
            .bigint("cleanup_version", t -> 0L)
            .key(
                    List.of("object_id"),
                    1,
                    s -> Rows.filter(
                            Rows.objects(s, Table.class), t -> t.nature().tracking() != null),
                    (s, v) -> Rows.filter(
                            Rows.object(s, v[0], Table.class), t -> t.nature().tracking() != null))
            .build();

    static final List<CatalogView<?>> ALL = List.of(
            PERIODS,
            EXTERNAL_TABLES,
            EXTERNAL_DATA_SOURCES,
            EXTERNAL_FILE_FORMATS,
            EDGE_CONSTRAINTS,
            EDGE_CONSTRAINT_CLAUSES,
            CHANGE_TRACKING_TABLES);

    private SpecialTableViews() {}

    private static boolean hasPeriod(Table table) {
        return table.storage().periodStart() != null;
    }

    private static TableNature.External external(DbObject object) {
        return Objects.requireNonNull(((Table) object).nature().external());
    }

    private static List<Clause> clauses(EdgeConstraint constraint) {
        return constraint.pairs().stream().map(p -> new Clause(constraint, p)).toList();
    }
}
