package dev.granary.emulator.ddl;

import dev.granary.emulator.model.DbObject;
import dev.granary.emulator.model.Schema;
import dev.granary.emulator.tsql.Cursor;
import org.jspecify.annotations.Nullable;

/** ALTER AUTHORIZATION: who owns a schema, an object, a role or a database. */
final class Authorization {

    private final Target target;
    private final Cursor cursor;

    Authorization(Target target, Cursor cursor) {
        this.target = target;
        this.cursor = cursor;
    }

    void run() {
        cursor.expect("ON");
        var kind = "OBJECT";
        if (cursor.peek(1).is(":") || cursor.sees("APPLICATION", "ROLE")) {
            kind = cursor.next().upper();
            cursor.take("ROLE");
            cursor.expect(":", ":");
        }
        var names = cursor.names();
        cursor.expect("TO");
        boolean bySchema = cursor.take("SCHEMA", "OWNER");
        var to = bySchema ? "" : cursor.name();
        var principals = target.catalog().principals();
        switch (kind) {
            case "DATABASE" ->
                Databases.require(target.server(), names.getLast()).own(to);
            case "SCHEMA" -> {
                var schema = target.schema(names.getLast());
                target.catalog()
                        .put(new Schema(
                                schema.id(),
                                schema.name(),
                                SecurityDdl.required(principals, to).id()));
            }
            case "ROLE" -> {
                var role = SecurityDdl.required(principals, names.getLast());
                principals.put(role.withOwner(
                        SecurityDdl.required(principals, to).id(),
                        target.server().now()));
            }
            default ->
                object(
                        names,
                        bySchema ? null : SecurityDdl.required(principals, to).id());
        }
    }

    private void object(java.util.List<String> names, @Nullable Integer owner) {
        target.require(names, DbObject.class).own(owner);
    }
}
