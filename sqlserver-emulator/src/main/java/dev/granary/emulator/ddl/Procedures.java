package dev.granary.emulator.ddl;

import dev.granary.emulator.engine.SqlServerError;
import dev.granary.emulator.model.DbObject;
import dev.granary.emulator.model.KeyConstraint;
import dev.granary.emulator.model.Relation;
import dev.granary.emulator.tsql.Cursor;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The system procedures that define something; arguments come by name or in order. */
public final class Procedures {

    private static final Map<String, List<String>> ORDER = Map.of(
            "sp_addextendedproperty", Properties.ARGUMENTS,
            "sp_updateextendedproperty", Properties.ARGUMENTS,
            "sp_dropextendedproperty",
                    Properties.ARGUMENTS.stream()
                            .filter(a -> !a.equals("@value"))
                            .toList(),
            "sp_rename", List.of("@objname", "@newname", "@objtype"),
            "sp_renamedb", List.of("@dbname", "@newname"),
            "sp_addrolemember", List.of("@rolename", "@membername"),
            "sp_addsrvrolemember", List.of("@loginame", "@rolename"),
            "sp_droprolemember", List.of("@rolename", "@membername"));

    private Procedures() {}

    /** The arguments' names in order, or null if there is no such procedure here. */
    public static @Nullable List<String> arguments(String procedure) {
        var name = procedure.toLowerCase(Locale.ROOT);
        return ORDER.getOrDefault(name, ServerProcedures.ORDER.get(name));
    }

    /** Runs the procedure; the arguments' names are in lower case, with the at sign. */
    public static void run(Target target, String procedure, Map<String, @Nullable Object> arguments) {
        if (ServerProcedures.ORDER.containsKey(procedure.toLowerCase(Locale.ROOT))) {
            new ServerProcedures(target, arguments).run(procedure.toLowerCase(Locale.ROOT));
            return;
        }
        switch (procedure.toLowerCase(Locale.ROOT)) {
            case "sp_addextendedproperty" -> new Properties(target, arguments).add();
            case "sp_updateextendedproperty" -> new Properties(target, arguments).update();
            case "sp_dropextendedproperty" -> new Properties(target, arguments).drop();
            case "sp_rename" -> rename(target, arguments);
            case "sp_renamedb" ->
                target.server()
                        .rename(
                                Databases.require(target.server(), required(arguments, "@dbname")),
                                required(arguments, "@newname"));
            case "sp_addrolemember" -> {
                var principals = target.catalog().principals();
                principals.join(
                        SecurityDdl.required(principals, required(arguments, "@rolename"))
                                .id(),
                        SecurityDdl.required(principals, required(arguments, "@membername"))
                                .id());
            }
            case "sp_droprolemember" -> {
                var principals = target.catalog().principals();
                principals.leave(
                        SecurityDdl.required(principals, required(arguments, "@rolename"))
                                .id(),
                        SecurityDdl.required(principals, required(arguments, "@membername"))
                                .id());
            }
            case "sp_addsrvrolemember" -> {
                var principals = target.server().principals();
                principals.join(
                        SecurityDdl.required(principals, required(arguments, "@rolename"))
                                .id(),
                        SecurityDdl.required(principals, required(arguments, "@loginame"))
                                .id());
            }
            default ->
                throw new SqlServerError(2812, 16, 62, "Could not find stored procedure '%s'.".formatted(procedure));
        }
    }

    static String required(Map<String, @Nullable Object> arguments, String name) {
        var value = arguments.get(name);
        if (value == null) {
            throw new SqlServerError(
                    201, 16, 4, "The procedure expects parameter '%s', which was not supplied.".formatted(name));
        }
        return value.toString();
    }

    private static void rename(Target target, Map<String, @Nullable Object> arguments) {
        var said = required(arguments, "@newname");
        var newName = target.server().settings().foldsNames() ? said.toLowerCase(Locale.ROOT) : said;
        var names = new Cursor(required(arguments, "@objname")).names();
        var type = arguments.get("@objtype") == null
                ? "OBJECT"
                : required(arguments, "@objtype").toUpperCase(Locale.ROOT);
        switch (type) {
            case "DATABASE" -> target.server().rename(Databases.require(target.server(), names.getLast()), newName);
            case "COLUMN" -> {
                var relation = target.relation(names.subList(0, names.size() - 1));
                var column = Columns.require(target, relation, names.getLast());
                relation.replaceColumn(column.id(), c -> c.withName(newName));
                target.touch(relation);
            }
            case "INDEX" -> {
                var relation = target.relation(names.subList(0, names.size() - 1));
                renameIndex(target, relation, names.getLast(), newName);
                target.touch(relation);
            }
            case "USERDATATYPE" -> renameType(target, names, newName);
            default -> renameObject(target, names, newName);
        }
    }

    private static void renameType(Target target, List<String> names, String newName) {
        var type = target.catalog().userType(target.schemaOf(names).id(), names.getLast());
        if (type == null) {
            throw new SqlServerError(
                    15225, 11, 1, "No item by the name of '%s' could be found.".formatted(names.getLast()));
        }
        target.catalog().put(type.withName(newName, type.schemaId()));
    }

    private static void renameIndex(Target target, Relation relation, String old, String newName) {
        relation.indexes().stream()
                .filter(i -> i.name() != null && target.catalog().same(i.name(), old))
                .findFirst()
                .ifPresent(i -> relation.replaceIndex(i.id(), x -> x.withName(newName)));
        relation.constraints().stream()
                .filter(c -> c instanceof KeyConstraint && target.catalog().same(c.name(), old))
                .findFirst()
                .ifPresent(c -> target.catalog().rename(c, c.schema(), newName));
    }

    private static void renameObject(Target target, List<String> names, String newName) {
        var object = target.find(names);
        if (object == null) {
            throw new SqlServerError(
                    15225,
                    11,
                    1,
                    "No item by the name of '%s' could be found in the current database."
                            .formatted(String.join(".", names)));
        }
        if (target.catalog().find(object.schema(), newName) != null) {
            throw new SqlServerError(
                    15335, 11, 1, "The new name '%s' is already in use as an OBJECT name.".formatted(newName));
        }
        if (object instanceof KeyConstraint key) {
            key.parent().replaceIndex(key.indexId(), i -> i.withName(newName));
        }
        target.catalog().rename(object, object.schema(), newName);
        touch(target, object);
    }

    private static void touch(Target target, DbObject object) {
        object.touch(target.server().now());
    }
}
