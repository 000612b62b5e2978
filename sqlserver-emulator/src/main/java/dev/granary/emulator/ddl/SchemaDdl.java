package dev.granary.emulator.ddl;

import dev.granary.emulator.engine.SqlServerError;
import dev.granary.emulator.model.DbObject;
import dev.granary.emulator.model.Relation;
import dev.granary.emulator.model.Schema;
import dev.granary.emulator.tsql.Cursor;
import org.jspecify.annotations.Nullable;

/** Schemas, and the moving of objects between them. */
final class SchemaDdl {

    private final Target target;
    private final Cursor cursor;

    SchemaDdl(Target target, Cursor cursor) {
        this.target = target;
        this.cursor = cursor;
    }

    void create() {
        String owner = null;
        String name;
        if (cursor.take("AUTHORIZATION")) {
            owner = cursor.name();
            name = owner;
        } else {
            name = cursor.name();
            if (cursor.take("AUTHORIZATION")) {
                owner = cursor.name();
            }
        }
        if (target.catalog().schema(name) != null) {
            throw new SqlServerError(
                    2714, 16, 6, "There is already an object named '%s' in the database.".formatted(name));
        }
        target.catalog().put(new Schema(target.catalog().nextSchemaId(), name, ownerId(owner)));
    }

    private int ownerId(@Nullable String owner) {
        if (owner == null) {
            return 1;
        }
        var principal = target.catalog().principals().byName(owner);
        if (principal == null) {
            throw new SqlServerError(15151, "Cannot find the user '%s', because it does not exist.".formatted(owner));
        }
        return principal.id();
    }

    void drop() {
        boolean lenient = cursor.take("IF", "EXISTS");
        var name = cursor.name();
        var schema = target.catalog().schema(name);
        if (schema == null) {
            if (lenient) {
                return;
            }
            throw new SqlServerError(15151, "Cannot drop the schema '%s', because it does not exist.".formatted(name));
        }
        if (target.catalog().objects().stream().anyMatch(o -> o.schema().id() == schema.id())) {
            throw new SqlServerError(
                    3729, "Cannot drop schema '%s' because it is being referenced by an object.".formatted(name));
        }
        target.catalog().removeSchema(schema);
    }

    void alter() {
        var schema = target.schema(cursor.name());
        cursor.expect("TRANSFER");
        if (cursor.take("TYPE", ":", ":")) {
            var names = cursor.names();
            var type = target.catalog().userType(target.schemaOf(names).id(), names.getLast());
            if (type == null) {
                throw new SqlServerError(15151, "Cannot find the type '%s'.".formatted(names.getLast()));
            }
            target.catalog().put(type.withName(type.name(), schema.id()));
            return;
        }
        cursor.take("OBJECT", ":", ":");
        var object = target.require(cursor.names(), DbObject.class);
        if (target.catalog().find(schema, object.name()) != null) {
            throw new SqlServerError(15530, "The object with name \"%s\" already exists.".formatted(object.name()));
        }
        if (object instanceof Relation relation) {
            relation.constraints().forEach(c -> target.catalog().rename(c, schema, c.name()));
            relation.triggers().forEach(t -> target.catalog().rename(t, schema, t.name()));
        }
        target.catalog().rename(object, schema, object.name());
        target.touch(object);
    }
}
