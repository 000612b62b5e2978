package dev.granary.emulator.batch;

import dev.granary.emulator.ddl.Definitions;
import dev.granary.emulator.engine.SqlServerError;
import dev.granary.emulator.h2.Looker;
import dev.granary.emulator.h2.QueryEngine;
import dev.granary.emulator.model.Database;
import dev.granary.emulator.model.DbObject;
import dev.granary.emulator.model.Synonym;
import dev.granary.emulator.model.Table;
import dev.granary.emulator.model.View;
import dev.granary.emulator.tsql.Cursor;
import dev.granary.emulator.tsql.Limits;
import dev.granary.emulator.tsql.Resolver;
import dev.granary.emulator.tsql.Rewriter;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds what the names in a query stand for, and whether the login may read it. */
final class TableNames implements Resolver {

    private final Host host;
    private final Looker looker;
    private final Doors doors;
    private final Variables variables;
    private final String permission;
    private boolean shapeOnly;
    private boolean pinned;
    private boolean plain = true;
    private @Nullable Table written;

    TableNames(Host host, Looker looker, Doors doors, Variables variables, String permission) {
        this.host = host;
        this.looker = looker;
        this.doors = doors;
        this.variables = variables;
        this.permission = permission;
    }

    /** Lets a view stand for itself, so that its columns keep what the catalogue says of them; it has no rows then. */
    TableNames forShape() {
        shapeOnly = true;
        return this;
    }

    @Override
    public String variableType(String name) {
        plain = false;
        return variables.type(name);
    }

    @Override
    public void function(String name) {
        var lookAlike = host.lookAlike();
        if (lookAlike != null && lookAlike.lacks(name)) {
            throw new SqlServerError(195, 15, 10, "'%s' is not a recognized built-in function name.".formatted(name));
        }
    }

    @Override
    public String global(String name) {
        plain = false;
        return Globals.literal(looker, name);
    }

    @Override
    public String table(List<String> names) {
        int count = names.size();
        if (count > 3) {
            throw new SqlServerError(
                    7202, 11, 2, "Could not find server '%s' in sys.servers.".formatted(names.getFirst()));
        }
        var name = names.getLast();
        var schemaName = count > 1 && !names.get(count - 2).isEmpty() ? names.get(count - 2) : "";
        var database = count > 2 && !names.getFirst().isEmpty() ? entered(names.getFirst(), names) : looker.database();
        plain &= count == 2 && catalogue(schemaName);
        if (name.startsWith("#")) {
            throw invalid(names);
        }
        if (catalogue(schemaName)) {
            var view = host.views().find(schemaName, name);
            if (view == null) {
                throw invalid(names);
            }
            return pinned || database != looker.database()
                    ? engine(database).table(database, view)
                    : engine(database).table(view, digits(database));
        }
        var schema = database.catalog().schema(schemaName.isEmpty() ? "dbo" : schemaName);
        var object = schema == null ? null : database.catalog().find(schema, name);
        if (object == null || !looker.scope(database).sees(object)) {
            throw invalid(names);
        }
        return object(database, object, names);
    }

    /** Whether what was asked depends on nothing but which views there are, so that the answer may be kept for the text. */
    boolean plain() {
        return plain;
    }

    /** The table that a change was about. */
    @Nullable
    Table written() {
        return written;
    }

    static int digits(Database database) {
        return String.valueOf(database.catalog().objectCount()).length();
    }

    private QueryEngine engine(Database database) {
        if (host.engine(database) != host.engine(looker.database())) {
            // Two databases of different case sensitivity live in two H2s; a catalogue view needs no rows and can be in
            // either.
            return host.engine(looker.database());
        }
        return host.engine(database);
    }

    private static boolean catalogue(String schema) {
        return schema.equalsIgnoreCase("sys") || schema.equalsIgnoreCase("INFORMATION_SCHEMA");
    }

    private Database entered(String name, List<String> names) {
        var database = host.server().database(name);
        if (database == null) {
            throw invalid(names);
        }
        doors.check(database);
        return database;
    }

    private String object(Database database, DbObject object, List<String> names) {
        return switch (object) {
            case Table t -> {
                allowed(database, t);
                boolean writes = !permission.equals("SELECT");
                written = writes ? t : written;
                var engine = host.engine(database);
                if (engine != host.engine(looker.database()) && engine.holdsRows(database, t)) {
                    throw Limits.not("join rows of databases that differ in case sensitivity");
                }
                yield engine(database).table(database, t, writes || engine.holdsRows(database, t));
            }
            case View v -> {
                allowed(database, v);
                yield shapeOnly ? engine(database).table(database, v, false) : derived(database, v);
            }
            case Synonym s -> table(new Cursor(s.target()).names());
            default -> throw invalid(names);
        };
    }

    private void allowed(Database database, DbObject object) {
        if (!looker.scope(database).access().onObject(object, permission)) {
            throw new SqlServerError(
                    229,
                    14,
                    5,
                    "The %s permission was denied on the object '%s', database '%s', schema '%s'."
                            .formatted(
                                    permission,
                                    object.name(),
                                    database.name(),
                                    object.schema().name()));
        }
    }

    /** A view stands in a query as its own SELECT, resolved in its own database with its owner's rights. */
    private String derived(Database database, View view) {
        var owner = new Looker(host.server(), host.views(), "sa", looker.sessionId(), database);
        var names = new TableNames(host, owner, doors, new Variables(List.of()), "SELECT");
        names.pinned = true;
        var text = view.module().text();
        var query = Rewriter.rewrite(text, Definitions.viewQuery(text), names);
        var columns = view.columns().stream()
                .map(c -> "\"" + c.name().replace("\"", "\"\"") + "\"")
                .collect(Collectors.joining(", "));
        return "(SELECT * FROM (" + query.sql() + ") AS \"v\" (" + columns + "))";
    }

    private static SqlServerError invalid(List<String> names) {
        return new SqlServerError(208, "Invalid object name '%s'.".formatted(String.join(".", names)));
    }
}
