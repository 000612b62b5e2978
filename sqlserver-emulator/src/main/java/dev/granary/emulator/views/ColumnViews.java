package dev.granary.emulator.views;

import dev.granary.emulator.engine.SqlType;
import dev.granary.emulator.model.Column;
import dev.granary.emulator.model.DefaultConstraint;
import dev.granary.emulator.model.Relation;
import dev.granary.emulator.model.TypeUse;
import dev.granary.emulator.views.Rows.OfColumn;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** sys.columns and the views that add columns to its rows for one kind of column. */
final class ColumnViews {

    static final CatalogView<OfColumn> COLUMNS = columns("columns", c -> true).build();

    static final CatalogView<OfColumn> COMPUTED_COLUMNS = columns(
                    "computed_columns", c -> c.traits().computed() != null)
            .text("definition", (r, s) -> s.definition(r.owner(), computed(r).definition()))
            .bit("uses_database_collation", r -> true)
            .bit("is_persisted", r -> computed(r).persisted())
            .build();

    static final CatalogView<OfColumn> IDENTITY_COLUMNS = columns(
                    "identity_columns", c -> c.traits().identity() != null)
            .number("seed_value", r -> identity(r).seed())
            .number("increment_value", r -> identity(r).increment())
            .number("last_value", r -> null)
            .bit("is_not_for_replication", r -> identity(r).notForReplication())
            .build();

    static final CatalogView<OfColumn> MASKED_COLUMNS = columns(
                    "masked_columns", c -> c.traits().mask() != null)
            .nvarchar("masking_function", 4000, r -> r.column().traits().mask())
            .build();

    private ColumnViews() {}

    static CatalogView.Builder<OfColumn> columns(String name, Predicate<Column> which) {
        return columns(CatalogView.<OfColumn>sys(name))
                .key(
                        List.of("object_id", "column_id"),
                        1,
                        s -> Rows.columns(s, which),
                        (s, v) -> v.length > 1 ? Rows.column(s, v[0], v[1], which) : Rows.columns(s, v[0], which))
                .estimate(s -> s.catalog().objectCount() * 10L);
    }

    static CatalogView.Builder<OfColumn> columns(CatalogView.Builder<OfColumn> builder) {
        return builder.integer("object_id", r -> r.owner().id())
                .sysname("name", r -> r.column().name())
                .integer("column_id", r -> r.column().id())
                .tinyint("system_type_id", r -> type(r).type().systemTypeId())
                .integer("user_type_id", r -> type(r).type().userTypeId())
                .smallint("max_length", r -> type(r).maxLength())
                .tinyint("precision", r -> type(r).precision())
                .tinyint("scale", r -> type(r).scale())
                .sysname("collation_name", r -> type(r).collation())
                .bit("is_nullable", r -> r.column().nullable())
                .bit("is_ansi_padded", r -> ansiPadded(type(r)))
                .bit("is_rowguidcol", r -> r.column().traits().rowGuid())
                .bit("is_identity", r -> r.column().traits().identity() != null)
                .bit("is_computed", r -> r.column().traits().computed() != null)
                .unset("is_filestream", "is_replicated", "is_non_sql_subscribed", "is_merge_published")
                .unset("is_dts_replicated", "is_xml_document")
                .integer("xml_collection_id", r -> 0)
                .integer("default_object_id", ColumnViews::defaultId)
                .integer("rule_object_id", r -> 0)
                .bit("is_sparse", r -> r.column().traits().sparse())
                .unset("is_column_set")
                .tinyint("generated_always_type", r -> r.column().traits().generatedAlways())
                .nvarchar("generated_always_type_desc", 60, r -> switch (r.column()
                        .traits()
                        .generatedAlways()) {
                    case 1 -> "AS_ROW_START";
                    case 2 -> "AS_ROW_END";
                    default -> "NOT_APPLICABLE";
                })
                .nulls(SqlType.INT, "encryption_type")
                .nulls(SqlType.NVARCHAR, "encryption_type_desc", "encryption_algorithm_name")
                .nulls(SqlType.INT, "column_encryption_key_id")
                .nulls(SqlType.NVARCHAR, "column_encryption_key_database_name")
                .bit("is_hidden", r -> r.column().traits().hidden())
                .bit("is_masked", r -> r.column().traits().mask() != null)
                .nulls(SqlType.INT, "graph_type")
                .nulls(SqlType.NVARCHAR, "graph_type_desc")
                .unset("is_data_deletion_filter_column")
                .nulls(SqlType.INT, "ledger_view_column_type")
                .nulls(SqlType.NVARCHAR, "ledger_view_column_type_desc")
                .unset("is_dropped_ledger_column");
    }

    static boolean ansiPadded(TypeUse use) {
        return switch (use.type().systemTypeId()) {
            case 165, 167, 173, 175, 231, 239 -> true;
            default -> false;
        };
    }

    static @Nullable DefaultConstraint defaultOf(OfColumn row) {
        if (row.owner() instanceof Relation relation) {
            for (var constraint : relation.constraints()) {
                if (constraint instanceof DefaultConstraint d
                        && d.columnId() == row.column().id()) {
                    return d;
                }
            }
        }
        return null;
    }

    private static int defaultId(OfColumn row) {
        var constraint = defaultOf(row);
        return constraint == null ? 0 : constraint.id();
    }

    private static TypeUse type(OfColumn row) {
        return row.column().type();
    }

    private static Column.Computed computed(OfColumn row) {
        return Objects.requireNonNull(row.column().traits().computed());
    }

    private static Column.Identity identity(OfColumn row) {
        return Objects.requireNonNull(row.column().traits().identity());
    }
}
