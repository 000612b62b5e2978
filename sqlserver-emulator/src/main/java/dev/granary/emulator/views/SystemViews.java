package dev.granary.emulator.views;

import dev.granary.emulator.engine.SqlType;
import dev.granary.emulator.model.Column;
import dev.granary.emulator.model.DbObject;
import dev.granary.emulator.model.Module;
import dev.granary.emulator.model.Schema;
import dev.granary.emulator.model.SystemTypes;
import dev.granary.emulator.model.TypeUse;
import dev.granary.emulator.model.View;
import dev.granary.emulator.views.Rows.OfColumn;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** The views that show the catalogue views themselves, as a client does that asks what this version has. */
final class SystemViews {

    private static final LocalDateTime BUILT = LocalDateTime.of(2022, 10, 8, 6, 39, 24, 487_000_000);
    private static final Module HIDDEN = new Module("", true, false, false, true, true);

    static final CatalogView<DbObject> ALL_OBJECTS = objects("all_objects", true, Rows::inSchema);
    static final CatalogView<DbObject> SYSTEM_OBJECTS = objects("system_objects", false, o -> true);
    static final CatalogView<DbObject> ALL_VIEWS = objects("all_views", true, View.class::isInstance);
    static final CatalogView<DbObject> SYSTEM_VIEWS = objects("system_views", false, o -> true);
    static final CatalogView<OfColumn> ALL_COLUMNS = columns("all_columns", true);
    static final CatalogView<OfColumn> SYSTEM_COLUMNS = columns("system_columns", false);

    private SystemViews() {}

    /** The catalogue views as views of the sys and INFORMATION_SCHEMA schemas, by object_id. */
    static List<DbObject> describe(Iterable<CatalogView<?>> views) {
        var described = new ArrayList<DbObject>();
        int id = -100_000;
        for (var view : views) {
            boolean sys = view.schema().equals("sys");
            var schema = new Schema(
                    sys ? Schema.SYS : Schema.INFORMATION_SCHEMA,
                    view.schema(),
                    sys ? Schema.SYS : Schema.INFORMATION_SCHEMA);
            var columns = new ArrayList<Column>();
            for (var c : view.columns()) {
                columns.add(new Column(columns.size() + 1, c.name(), typeOf(c), true, Column.Traits.NONE));
            }
            described.add(new View(new DbObject.Birth(id++, schema, view.name(), BUILT), columns, HIDDEN, false));
        }
        return List.copyOf(described);
    }

    private static TypeUse typeOf(ViewColumn<?> column) {
        var type = column.type() == SqlType.NVARCHAR && column.length() == 128
                ? SystemTypes.named("sysname")
                : SystemTypes.named(column.type().name().toLowerCase(java.util.Locale.ROOT));
        int length = type.wide() && column.length() > 0
                ? column.length() * 2
                : column.length() != 0 ? column.length() : type.maxLength();
        return new TypeUse(type, length, type.precision(), type.scale(), null);
    }

    private static CatalogView<DbObject> objects(String name, boolean withUser, Predicate<DbObject> which) {
        var builder = ObjectViews.columns(CatalogView.<DbObject>sys(name));
        return (name.endsWith("_views") ? ObjectViews.viewColumns(builder) : builder)
                .key(
                        List.of("object_id"),
                        1,
                        s -> Rows.filter(all(s, withUser), which),
                        (s, v) -> Rows.filter(one(s, withUser, v[0]), which))
                .build();
    }

    private static CatalogView<OfColumn> columns(String name, boolean withUser) {
        return ColumnViews.columns(CatalogView.<OfColumn>sys(name))
                .key(
                        List.of("object_id", "column_id"),
                        1,
                        s -> Rows.flat(all(s, withUser), SystemViews::columnsOf),
                        (s, v) -> Rows.flat(one(s, withUser, v[0]), SystemViews::columnsOf))
                .estimate(s -> 2_000 + s.catalog().objectCount() * 10L)
                .build();
    }

    private static Iterable<OfColumn> columnsOf(DbObject owner) {
        return Rows.map(Rows.columnsOf(owner), c -> new OfColumn(owner, c));
    }

    private static Iterable<DbObject> all(Scope scope, boolean withUser) {
        var system = scope.views().described();
        return withUser ? Rows.flat(List.of(system, Rows.objects(scope)), part -> part) : system;
    }

    private static Iterable<DbObject> one(Scope scope, boolean withUser, int id) {
        if (id < 0) {
            return scope.views().described().stream().filter(o -> o.id() == id).toList();
        }
        return withUser ? Rows.object(scope, id) : List.of();
    }
}
