package dev.granary.emulator.views;

import dev.granary.emulator.engine.SqlType;
import dev.granary.emulator.model.DbObject;
import dev.granary.emulator.tsql.Cursor;
import dev.granary.emulator.tsql.Token;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** sys.sql_expression_dependencies, from the names that stand where an object must stand in a module's text. */
final class DependencyViews {

    private static final Set<String> BEFORE_A_NAME =
            Set.of("FROM", "JOIN", "INTO", "UPDATE", "EXEC", "EXECUTE", "REFERENCES", "APPLY");

    private static final Set<String> METHODS =
            Set.of("value", "nodes", "query", "exist", "modify", "stdistance", "stintersects", "tostring");

    /** A module and a name it uses; up to four parts, the object last. */
    record Dependency(DbObject from, List<String> names, boolean called) {

        @Nullable
        String part(int fromTheEnd) {
            int at = names.size() - 1 - fromTheEnd;
            return at < 0 || names.get(at).isEmpty() ? null : names.get(at);
        }

        /** Whose schema is meant depends on who calls: so it is with EXEC of a bare name. */
        boolean byCaller() {
            return called && names.size() == 1;
        }

        @Nullable
        DbObject target(Scope scope) {
            var name = part(0);
            if (name == null || part(2) != null || byCaller()) {
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
            .bit("is_caller_dependent", Dependency::byCaller)
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
        var found = new LinkedHashSet<Dependency>();
        var aliased = new LinkedHashSet<Dependency>();
        var aliases = new HashSet<String>();
        var cursor = new Cursor(module.text());
        while (!cursor.atEnd()) {
            var token = cursor.next();
            if (token.kind() == Token.Kind.WORD
                    && BEFORE_A_NAME.contains(token.upper())
                    && cursor.peek().name()
                    && !cursor.peek().isAny("AS", "SELECT", "CASCADE", "INSERTED", "DELETED", "CALLER", "OWNER")) {
                var dependency = new Dependency(object, cursor.names(), token.isAny("EXEC", "EXECUTE"));
                boolean mayBeAlias = token.is("UPDATE") && dependency.names().size() == 1;
                (mayBeAlias ? aliased : found).add(dependency);
                if (cursor.peek().is("AS") && cursor.peek(1).name()) {
                    aliases.add(cursor.peek(1).text().toLowerCase(Locale.ROOT));
                }
            } else if (token.name() && cursor.peek().is(".") && !itself(object, token, cursor)) {
                function(object, token, cursor, found);
            }
        }
        // UPDATE o SET .. FROM dbo.orders AS o: o is no object.
        aliased.removeIf(d -> aliases.contains(d.names().getFirst().toLowerCase(Locale.ROOT)));
        found.addAll(aliased);
        return List.copyOf(found);
    }

    /** Whether the module's own name comes here. */
    private static boolean itself(DbObject object, Token token, Cursor cursor) {
        return token.text().equalsIgnoreCase(object.schema().name())
                && cursor.peek(1).text().equalsIgnoreCase(object.name());
    }

    /** A name of several parts before a parenthesis is a function's, unless it is a column's method. */
    private static void function(DbObject object, Token first, Cursor cursor, Set<Dependency> found) {
        var names = new ArrayList<String>();
        names.add(first.text());
        while (cursor.take(".")) {
            if (!cursor.peek().name()) {
                return;
            }
            names.add(cursor.name());
        }
        if (cursor.peek().is("(") && !METHODS.contains(names.getLast().toLowerCase(Locale.ROOT))) {
            found.add(new Dependency(object, names, false));
        }
    }
}
