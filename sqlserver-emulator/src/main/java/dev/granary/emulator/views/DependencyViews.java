package dev.granary.emulator.views;

import dev.granary.emulator.engine.SqlType;
import dev.granary.emulator.model.DbObject;
import dev.granary.emulator.tsql.Cursor;
import dev.granary.emulator.tsql.Token;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** sys.sql_expression_dependencies, from the names that stand where an object must stand in a module's text. */
final class DependencyViews {

    private static final Set<String> BEFORE_A_NAME =
            Set.of("FROM", "JOIN", "INTO", "UPDATE", "EXEC", "EXECUTE", "REFERENCES", "APPLY");

    /** A module and a name it uses; up to four parts, the object last. */
    record Dependency(DbObject from, List<String> names) {

        @Nullable
        String part(int fromTheEnd) {
            int at = names.size() - 1 - fromTheEnd;
            return at < 0 || names.get(at).isEmpty() ? null : names.get(at);
        }

        @Nullable
        DbObject target(Scope scope) {
            var name = part(0);
            if (name == null || part(2) != null) {
                return null;
            }
            var schemaName = part(1);
            var schema = schemaName == null ? from.schema() : scope.catalog().schema(schemaName);
            return schema == null ? null : scope.catalog().find(schema, name);
        }
    }

    static final CatalogView<Dependency> SQL_EXPRESSION_DEPENDENCIES = CatalogView.<Dependency>sys(
                    "sql_expression_dependencies")
            .integer("referencing_id", d -> d.from().id())
            .integer("referencing_minor_id", d -> 0)
            .tinyint("referencing_class", d -> 1)
            .nvarchar("referencing_class_desc", 60, d -> "OBJECT_OR_COLUMN")
            .bit("is_schema_bound_reference", d -> {
                var module = ModuleViews.module(d.from());
                return module != null && module.schemaBound();
            })
            .tinyint("referenced_class", d -> 1)
            .nvarchar("referenced_class_desc", 60, d -> "OBJECT_OR_COLUMN")
            .sysname("referenced_server_name", d -> d.part(3))
            .sysname("referenced_database_name", d -> d.part(2))
            .sysname("referenced_schema_name", d -> d.part(1))
            .sysname("referenced_entity_name", d -> d.part(0))
            .add("referenced_id", SqlType.INT, 0, 0, 0, (d, s) -> {
                var target = d.target(s);
                return target == null ? null : target.id();
            })
            .integer("referenced_minor_id", d -> 0)
            .bit(
                    "is_caller_dependent",
                    d -> d.names().size() == 1 && d.from().type().code().equals("P"))
            .unset("is_ambiguous")
            .key(
                    List.of("referencing_id"),
                    1,
                    s -> Rows.flat(ModuleViews.SQL_MODULES.rows(s), DependencyViews::of),
                    (s, v) -> Rows.flat(
                            ModuleViews.SQL_MODULES.keys().getFirst().lookup().rows(s, v), DependencyViews::of))
            .build();

    private DependencyViews() {}

    private static List<Dependency> of(DbObject object) {
        var module = ModuleViews.module(object);
        if (module == null) {
            return List.of();
        }
        var names = new LinkedHashSet<List<String>>();
        var cursor = new Cursor(module.text());
        while (!cursor.atEnd()) {
            var token = cursor.next();
            if (token.kind() == Token.Kind.WORD
                    && BEFORE_A_NAME.contains(token.upper())
                    && cursor.peek().name()
                    && !cursor.peek().isAny("AS", "SELECT", "CASCADE", "INSERTED", "DELETED")) {
                names.add(cursor.names());
            }
        }
        return names.stream().map(n -> new Dependency(object, n)).toList();
    }
}
