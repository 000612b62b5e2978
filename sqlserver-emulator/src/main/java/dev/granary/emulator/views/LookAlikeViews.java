package dev.granary.emulator.views;

import dev.granary.emulator.engine.SqlServerError;
import dev.granary.emulator.model.Column;
import dev.granary.emulator.model.Constraint;
import dev.granary.emulator.model.DbObject;
import dev.granary.emulator.model.LookAlike;
import dev.granary.emulator.model.Schema;
import dev.granary.emulator.model.SystemTypes;
import dev.granary.emulator.model.Table;
import dev.granary.emulator.model.TypeUse;
import dev.granary.emulator.views.Rows.OfColumn;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Catalogue views as an engine has them that only resembles SQL Server. */
final class LookAlikeViews {

    /** Tables of the engine's own, older than any object here, so that their columns come first. */
    private static final List<OfColumn> INTERNAL = Stream.of(1247, 1249, 1259)
            .map(LookAlikeViews::internal)
            .flatMap(t -> t.columns().stream().map(c -> new OfColumn(t, c)))
            .toList();

    /** Views that join by a column's name and forget its table. */
    private static final Set<String> REPEATED = Set.of("identity_columns", "computed_columns");

    private static final Set<String> EMPTY = Set.of("sequences", "sql_expression_dependencies");

    /** Where the engine's own numbering of objects begins. */
    private static final int FIRST_ID = 16_384;

    /** As many characters of a definition as are shown. */
    private static final int LONGEST = 4_000;

    private LookAlikeViews() {}

    static <T> CatalogView<T> of(CatalogView<T> view, LookAlike lookAlike) {
        var created = view.columns().stream()
                .filter(c -> c.name().equals("create_date"))
                .findFirst()
                .orElse(null);
        boolean describes = view.name().startsWith("all_") || view.name().startsWith("system_");
        boolean defaults = view.name().equals("default_constraints");
        var columns = new ArrayList<ViewColumn<T>>();
        for (var column : view.columns()) {
            columns.add(
                    switch (column.name()) {
                        case "modify_date" ->
                            replaced(
                                    column,
                                    defaults ? "modified_date" : "modify_date",
                                    created == null ? column.value() : created.value());
                        case "definition" ->
                            replaced(column, "definition", (row, scope) -> {
                                refuseDamaged(row, lookAlike);
                                return cut(column.value().of(row, scope));
                            });
                        case "value" ->
                            view.name().equals("database_scoped_configurations")
                                    ? replaced(column, "value", (row, scope) -> refuseCast(lookAlike))
                                    : column;
                        case "unique_index_id" ->
                            view.name().equals("key_constraints")
                                    ? replaced(
                                            column,
                                            "unique_index_id",
                                            (row, scope) -> FIRST_ID
                                                    + (Integer) Objects.requireNonNull(
                                                            column.value().of(row, scope)))
                                    : column;
                        case "seed_value", "increment_value" ->
                            replaced(
                                    column,
                                    column.name(),
                                    (row, scope) -> inDefaultSchema(row)
                                            ? column.value().of(row, scope)
                                            : null);
                        case "is_included_column" -> replaced(column, "is_included_column", (row, scope) -> true);
                        case "rows" ->
                            replaced(
                                    column,
                                    "rows",
                                    (row, scope) -> counted(column.value().of(row, scope)));
                        case "schema_id" ->
                            describes
                                    ? replaced(
                                            column,
                                            "schema_id",
                                            (row, scope) ->
                                                    schemaId(column.value().of(row, scope)))
                                    : column;
                        default -> column;
                    });
        }
        var keys = view.keys();
        if (view.name().equals("columns") && view.schema().equals("sys")) {
            keys = keys.stream().map(LookAlikeViews::withInternal).toList();
        } else if (REPEATED.contains(view.name())) {
            keys = keys.stream().map(LookAlikeViews::twice).toList();
        }
        if (EMPTY.contains(view.name())) {
            keys = keys.stream().map(LookAlikeViews::without).toList();
        }
        return new CatalogView<>(view.schema(), view.name(), columns, keys, view.estimate());
    }

    private static <T> ViewColumn<T> replaced(ViewColumn<T> old, String name, ViewColumn.Value<? super T> value) {
        return new ViewColumn<>(name, old.type(), old.length(), old.precision(), old.scale(), old.nullable(), value);
    }

    /** A table that nobody ever filled was never analysed. */
    private static @Nullable Object counted(@Nullable Object rows) {
        return rows instanceof Long number && number == 0 ? -1L : rows;
    }

    private static boolean inDefaultSchema(@Nullable Object row) {
        return row instanceof OfColumn of && of.owner().schema().id() == Schema.DBO;
    }

    /** The schemas of the views themselves have ids like any other. */
    private static @Nullable Object schemaId(@Nullable Object id) {
        return id instanceof Integer number && (number == Schema.SYS || number == Schema.INFORMATION_SCHEMA)
                ? (Integer) (FIRST_ID + number)
                : id;
    }

    private static Object refuseCast(LookAlike lookAlike) {
        throw new SqlServerError(lookAlike.errorNumber(), "cannot cast type sys.sql_variant to sys.nvarchar");
    }

    private static @Nullable Object cut(@Nullable Object text) {
        return text instanceof String whole ? whole.substring(0, Math.min(whole.length(), LONGEST)) : text;
    }

    private static void refuseDamaged(@Nullable Object row, LookAlike lookAlike) {
        var object = row instanceof Constraint c ? c.parent() : row instanceof OfColumn c ? c.owner() : row;
        if (object instanceof DbObject o && lookAlike.damaged(o)) {
            throw new SqlServerError(
                    lookAlike.errorNumber(), "unexpected chunk number 0 (expected 1) for toast value of " + o.name());
        }
    }

    private static <T> Key<T> without(Key<T> key) {
        return new Key<>(key.columns(), key.width(), scope -> List.of(), (scope, values) -> List.of());
    }

    private static <T> Key<T> twice(Key<T> key) {
        return new Key<>(
                key.columns(),
                key.width(),
                scope -> Rows.flat(key.sorted().apply(scope), row -> List.of(row, row)),
                (scope, values) -> Rows.flat(key.lookup().rows(scope, values), row -> List.of(row, row)));
    }

    /** The view of columns is over rows of columns, which the compiler cannot know here. */
    @SuppressWarnings("unchecked")
    private static <T> Key<T> withInternal(Key<T> key) {
        var internal = (List<T>) INTERNAL;
        return new Key<>(
                key.columns(),
                key.width(),
                scope -> Rows.flat(List.of(internal, key.sorted().apply(scope)), part -> part),
                (scope, values) -> {
                    var found = Rows.filter(
                            INTERNAL,
                            c -> c.owner().id() == values[0]
                                    && (values.length < 2 || c.column().id() == values[1]));
                    return found.iterator().hasNext()
                            ? (Iterable<T>) found
                            : key.lookup().rows(scope, values);
                });
    }

    private static Table internal(int id) {
        var text = new TypeUse(SystemTypes.named("nvarchar"), 128, 0, 0, null);
        var number = new TypeUse(SystemTypes.named("int"), 4, 10, 0, null);
        var birth = new DbObject.Birth(
                id, new Schema(Schema.SYS, "sys", Schema.SYS), "internal_" + id, LocalDateTime.of(2020, 1, 1, 0, 0));
        return new Table(
                birth,
                List.of(
                        new Column(1, "oid", number, false, Column.Traits.NONE),
                        new Column(2, "relname", text, true, Column.Traits.NONE)));
    }
}
