package dev.granary.emulator.ddl;

import dev.granary.emulator.engine.SqlServerError;
import dev.granary.emulator.model.Permission;
import dev.granary.emulator.model.Relation;
import dev.granary.emulator.tsql.Cursor;
import java.util.ArrayList;
import java.util.List;

/** GRANT, DENY and REVOKE. */
final class Grants {

    private final Target target;
    private final Cursor cursor;
    private final String verb;

    Grants(Target target, Cursor cursor, String verb) {
        this.target = target;
        this.cursor = cursor;
        this.verb = verb;
    }

    /** A permission and the columns it is for, none for all. */
    private record Named(String name, List<String> columns) {}

    /** The thing that a permission is on, and its columns' ids, 0 for itself. */
    private record Subject(Permission.On on, int majorId, List<Integer> minorIds) {}

    void run() {
        boolean optionOnly = verb.equals("REVOKE") && cursor.take("GRANT", "OPTION", "FOR");
        var names = new ArrayList<Named>();
        do {
            names.add(permission());
        } while (cursor.take(","));
        var on = on(names.getFirst());
        if (!cursor.take("TO")) {
            cursor.expect("FROM");
        }
        var grantees = new ArrayList<String>();
        do {
            grantees.add(cursor.name());
        } while (cursor.take(","));
        boolean mayGrant = cursor.take("WITH", "GRANT", "OPTION");
        cursor.take("CASCADE");
        if (cursor.take("AS")) {
            cursor.name();
        }
        char state = verb.equals("DENY") ? 'D' : mayGrant ? 'W' : 'G';
        for (var grantee : grantees) {
            apply(names, on, grantee, state, optionOnly);
        }
    }

    private Named permission() {
        var words = new ArrayList<String>();
        while (!cursor.atEnd() && !cursor.peek().isAny("ON", "TO", "FROM", ",", "(")) {
            words.add(cursor.next().upper());
        }
        List<String> columns = cursor.peek().is("(") ? cursor.nameList() : List.of();
        var name = String.join(" ", words);
        return new Named(name.equals("EXEC") ? "EXECUTE" : name, columns);
    }

    private Subject on(Named first) {
        if (!cursor.take("ON")) {
            return whole(serverWide(first.name()) ? Permission.On.SERVER : Permission.On.DATABASE, 0);
        }
        var word = "OBJECT";
        if (classFollows()) {
            word = cursor.next().upper();
            while (!cursor.sees(":", ":")) {
                word += " " + cursor.next().upper();
            }
            cursor.expect(":", ":");
        }
        var names = cursor.names();
        return switch (word) {
            case "SCHEMA" ->
                whole(Permission.On.SCHEMA, target.schema(names.getLast()).id());
            case "DATABASE" -> whole(Permission.On.DATABASE, 0);
            case "OBJECT" -> object(names, first);
            case "TYPE" -> {
                var type = target.catalog().userType(target.schemaOf(names).id(), names.getLast());
                if (type == null) {
                    throw missing("type", names);
                }
                yield whole(Permission.On.TYPE, type.userTypeId());
            }
            case "XML SCHEMA COLLECTION" -> {
                var all = target.catalog().extras().xmlCollections();
                yield whole(
                        Permission.On.XML_COLLECTION,
                        ExternalDdl.required(all, names.getLast()).id());
            }
            case "ASSEMBLY" -> {
                var all = target.catalog().extras().assemblies();
                yield whole(
                        Permission.On.ASSEMBLY,
                        ExternalDdl.required(all, names.getLast()).id());
            }
            case "LOGIN", "SERVER ROLE" ->
                whole(
                        Permission.On.SERVER_PRINCIPAL,
                        SecurityDdl.required(target.server().principals(), names.getLast())
                                .id());
            default ->
                whole(
                        Permission.On.PRINCIPAL,
                        SecurityDdl.required(target.catalog().principals(), names.getLast())
                                .id());
        };
    }

    private boolean classFollows() {
        for (int i = 1; i <= 3; i++) {
            if (cursor.peek(i).is(":") && cursor.peek(i + 1).is(":")) {
                return true;
            }
        }
        return false;
    }

    private static Subject whole(Permission.On on, int id) {
        return new Subject(on, id, List.of(0));
    }

    private Subject object(List<String> names, Named first) {
        var object = target.find(names);
        if (object == null) {
            object = target.findSystem(names);
        }
        if (object == null) {
            throw missing("object", names);
        }
        var said = cursor.peek().is("(") ? cursor.nameList() : first.columns();
        if (said.isEmpty() || !(object instanceof Relation relation)) {
            return whole(Permission.On.OBJECT, object.id());
        }
        var ids = said.stream()
                .map(c -> Columns.require(target, relation, c).id())
                .toList();
        return new Subject(Permission.On.OBJECT, object.id(), ids);
    }

    private static SqlServerError missing(String what, List<String> names) {
        return new SqlServerError(
                15151, "Cannot find the %s '%s', because it does not exist.".formatted(what, names.getLast()));
    }

    private static boolean serverWide(String permission) {
        return (permission.contains(" ANY ") && !permission.endsWith("SENSITIVITY CLASSIFICATION"))
                || permission.contains("SERVER")
                || permission.equals("CONNECT SQL")
                || permission.equals("SELECT ALL USER SECURABLES");
    }

    private void apply(List<Named> names, Subject on, String grantee, char state, boolean optionOnly) {
        boolean server = on.on() == Permission.On.SERVER || on.on() == Permission.On.SERVER_PRINCIPAL;
        var principals =
                server ? target.server().principals() : target.catalog().principals();
        int id = SecurityDdl.required(principals, grantee).id();
        for (var name : names) {
            for (int column : on.minorIds()) {
                var permission = new Permission(on.on(), on.majorId(), column, id, name.name(), state);
                if (verb.equals("REVOKE") && !optionOnly) {
                    principals.revoke(permission);
                } else {
                    principals.permit(permission);
                }
            }
        }
    }
}
