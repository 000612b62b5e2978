package dev.granary.emulator.ddl;

import dev.granary.emulator.engine.SqlServerError;
import dev.granary.emulator.h2.Described;
import dev.granary.emulator.model.Catalog;
import dev.granary.emulator.model.Database;
import dev.granary.emulator.model.DbObject;
import dev.granary.emulator.model.Relation;
import dev.granary.emulator.model.Schema;
import dev.granary.emulator.model.Server;
import dev.granary.emulator.model.Table;
import dev.granary.emulator.tsql.Token;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a definition statement works on: the server, the current database, who runs it, and the settings a module remembers.
 *
 * @param system the system's own views, on which no more than rights are ever changed
 */
public record Target(
        Server server,
        Database database,
        String login,
        boolean ansiNulls,
        boolean quotedIdentifier,
        Shape shape,
        List<DbObject> system) {

    /** Works out the columns of a view's or inline function's SELECT, given what its variables hold. */
    public interface Shape {
        List<Described> of(String text, List<Token> select, Map<String, String> variables);
    }

    Catalog catalog() {
        return database.catalog();
    }

    Target in(Database other) {
        return new Target(server, other, login, ansiNulls, quotedIdentifier, shape, system);
    }

    Schema schema(@Nullable String name) {
        var schema = catalog().schema(name == null || name.isEmpty() ? "dbo" : name);
        if (schema == null) {
            throw new SqlServerError(
                    2760,
                    "The specified schema name \"%s\" either does not exist or you do not have permission to use it."
                            .formatted(name));
        }
        return schema;
    }

    /** The schema that a one- or two-part name belongs to. */
    Schema schemaOf(List<String> names) {
        return schema(names.size() > 1 ? names.get(names.size() - 2) : null);
    }

    DbObject.Birth birth(List<String> names) {
        return birth(schemaOf(names), names.getLast());
    }

    DbObject.Birth birth(Schema schema, String name) {
        if (catalog().find(schema, name) != null) {
            throw new SqlServerError(
                    2714, 16, 6, "There is already an object named '%s' in the database.".formatted(name));
        }
        return new DbObject.Birth(catalog().nextObjectId(), schema, name, server.now());
    }

    @Nullable
    DbObject find(List<String> names) {
        if (names.size() > 2 && !names.get(names.size() - 3).isEmpty()) {
            var other = server.database(names.get(names.size() - 3));
            if (other == null) {
                return null;
            }
            return in(other).find(names.subList(names.size() - 2, names.size()));
        }
        var schema = catalog()
                .schema(
                        names.size() > 1 && !names.get(names.size() - 2).isEmpty()
                                ? names.get(names.size() - 2)
                                : "dbo");
        return schema == null ? null : catalog().find(schema, names.getLast());
    }

    /** A view of the system's, by the two parts of its name. */
    @Nullable
    DbObject findSystem(List<String> names) {
        return system.stream()
                .filter(o -> names.size() > 1
                        && o.schema().name().equalsIgnoreCase(names.get(names.size() - 2))
                        && o.name().equalsIgnoreCase(names.getLast()))
                .findFirst()
                .orElse(null);
    }

    <T extends DbObject> T require(List<String> names, Class<T> kind) {
        var found = find(names);
        if (!kind.isInstance(found)) {
            throw new SqlServerError(
                    4902,
                    "Cannot find the object \"%s\" because it does not exist or you do not have permissions."
                            .formatted(String.join(".", names)));
        }
        return kind.cast(found);
    }

    Table table(List<String> names) {
        return require(names, Table.class);
    }

    Relation relation(List<String> names) {
        return require(names, Relation.class);
    }

    /** Records on a table that something about it changed. */
    void touch(DbObject object) {
        object.touch(server.now());
    }
}
