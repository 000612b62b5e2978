package dev.granary.emulator.views;

import dev.granary.emulator.engine.SqlType;
import dev.granary.emulator.model.Column;
import dev.granary.emulator.model.DefaultConstraint;
import dev.granary.emulator.model.Relation;
import dev.granary.emulator.model.TypeUse;
import dev.granary.emulator.views.Rows.OfColumn;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** sys.columns and the views that add columns to its rows for one kind of column. */
final class ColumnViews {

    private static final Map<Integer, String> GRAPH_TYPES = Map.of(
            1, "GRAPH_ID",
            2, "GRAPH_ID_COMPUTED",
            3, "GRAPH_FROM_ID",
            4, "GRAPH_FROM_OBJ_ID",
            5, "GRAPH_FROM_ID_COMPUTED",
            6, "GRAPH_TO_ID",
            7, "GRAPH_TO_OBJ_ID",
            8, "GRAPH_TO_ID_COMPUTED");
    private static final Map<Integer, String> LEDGER_TYPES =
            Map.of(1, "TRANSACTION_ID", 2, "SEQUENCE_NUMBER", 3, "OPERATION_TYPE", 4, "OPERATION_TYPE_DESC");

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
                .bit("is_filestream", r -> special(r).filestream())
                .unset("is_replicated", "is_non_sql_subscribed", "is_merge_published", "is_dts_replicated")
                .bit("is_xml_document", r -> special(r).document())
                .integer("xml_collection_id", r -> special(r).xmlCollection())
                .integer("default_object_id", ColumnViews::defaultId)
                .integer("rule_object_id", r -> 0)
                .bit("is_sparse", r -> r.column().traits().sparse())
                .bit("is_column_set", r -> special(r).columnSet())
                .tinyint("generated_always_type", r -> r.column().traits().generatedAlways())
                .nvarchar("generated_always_type_desc", 60, r -> switch (r.column()
                        .traits()
                        .generatedAlways()) {
                    case 1 -> "AS_ROW_START";
                    case 2 -> "AS_ROW_END";
                    case 7 -> "AS_TRANSACTION_ID_START";
                    case 8 -> "AS_TRANSACTION_ID_END";
                    case 9 -> "AS_SEQUENCE_NUMBER_START";
                    case 10 -> "AS_SEQUENCE_NUMBER_END";
                    default -> "NOT_APPLICABLE";
                })
                .integer("encryption_type", r -> ofEncryption(r, Column.Encryption::type))
                .nvarchar("encryption_type_desc", 64, r -> {
                    var encryption = encryption(r);
                    return encryption == null ? null : encryption.type() == 2 ? "RANDOMIZED" : "DETERMINISTIC";
                })
                .sysname("encryption_algorithm_name", r -> ofEncryption(r, Column.Encryption::algorithm))
                .integer("column_encryption_key_id", r -> ofEncryption(r, Column.Encryption::keyId))
                .nulls(SqlType.NVARCHAR, "column_encryption_key_database_name")
                .bit("is_hidden", r -> r.column().traits().hidden())
                .bit("is_masked", r -> r.column().traits().mask() != null)
                .integer(
                        "graph_type",
                        r -> special(r).graphType() == 0 ? null : special(r).graphType())
                .nvarchar("graph_type_desc", 60, r -> GRAPH_TYPES.get(special(r).graphType()))
                .unset("is_data_deletion_filter_column")
                .tinyint(
                        "ledger_view_column_type",
                        r -> special(r).ledgerType() == 0 ? null : special(r).ledgerType())
                .nvarchar(
                        "ledger_view_column_type_desc",
                        60,
                        r -> LEDGER_TYPES.get(special(r).ledgerType()))
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

    private static Column.Special special(OfColumn row) {
        return row.column().traits().special();
    }

    private static <V> @Nullable V ofEncryption(OfColumn row, Function<Column.Encryption, V> part) {
        var encryption = encryption(row);
        return encryption == null ? null : part.apply(encryption);
    }

    private static Column.@Nullable Encryption encryption(OfColumn row) {
        return special(row).encryption();
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
