package dev.granary.emulator.ddl;

import dev.granary.emulator.engine.SqlServerError;
import dev.granary.emulator.model.DbObject;
import dev.granary.emulator.model.ExtendedProperty;
import dev.granary.emulator.model.Registry;
import dev.granary.emulator.model.Relation;
import dev.granary.emulator.model.Routine;
import dev.granary.emulator.model.TypeDef;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** sp_addextendedproperty and its two siblings. */
final class Properties {

    static final List<String> ARGUMENTS = List.of(
            "@name",
            "@value",
            "@level0type",
            "@level0name",
            "@level1type",
            "@level1name",
            "@level2type",
            "@level2name");

    private final Target target;
    private final Map<String, @Nullable Object> arguments;

    Properties(Target target, Map<String, @Nullable Object> arguments) {
        this.target = target;
        this.arguments = arguments;
    }

    void add() {
        var property = subject(arguments.get("@value"));
        if (target.catalog().property(property) != null) {
            throw new SqlServerError(
                    15233,
                    "Property cannot be added. Property '%s' already exists for the object."
                            .formatted(property.name()));
        }
        target.catalog().put(property);
    }

    void update() {
        var property = subject(arguments.get("@value"));
        required(property);
        target.catalog().put(property);
    }

    void drop() {
        var property = subject(null);
        var found = required(property);
        target.catalog().dropProperties(found::equals);
    }

    private ExtendedProperty required(ExtendedProperty property) {
        var found = target.catalog().property(property);
        if (found == null) {
            throw new SqlServerError(
                    15217,
                    "Property cannot be updated or deleted. Property '%s' does not exist.".formatted(property.name()));
        }
        return found;
    }

    private @Nullable String text(String name) {
        var value = arguments.get(name);
        return value == null ? null : value.toString();
    }

    private ExtendedProperty subject(@Nullable Object value) {
        var name = Procedures.required(arguments, "@name");
        var type0 = text("@level0type");
        var name0 = text("@level0name");
        if (type0 == null || name0 == null) {
            return new ExtendedProperty(0, 0, 0, name, value);
        }
        var type1 = text("@level1type");
        var name1 = text("@level1name");
        if (type1 == null || name1 == null) {
            return onTop(type0.toUpperCase(Locale.ROOT), name0, name, value);
        }
        if (type1.equalsIgnoreCase("TYPE")) {
            var type = target.catalog().userType(target.schema(name0).id(), name1);
            if (type == null) {
                throw invalid(name1);
            }
            return ofType(type, name, value);
        }
        if (type1.equalsIgnoreCase("XML SCHEMA COLLECTION")) {
            var all = target.catalog().extras().xmlCollections();
            return new ExtendedProperty(10, ExternalDdl.required(all, name1).id(), 0, name, value);
        }
        var object = target.find(List.of(name0, name1));
        if (object == null) {
            throw invalid(name0 + "." + name1);
        }
        var type2 = text("@level2type");
        var name2 = text("@level2name");
        return type2 == null || name2 == null
                ? new ExtendedProperty(1, object.id(), 0, name, value)
                : within(object, type2.toUpperCase(Locale.ROOT), name2, name, value);
    }

    private ExtendedProperty ofType(TypeDef type, String name, @Nullable Object value) {
        var table = type.tableType();
        var column = text("@level2name");
        return table == null || column == null
                ? new ExtendedProperty(6, type.userTypeId(), 0, name, value)
                : new ExtendedProperty(
                        8,
                        type.userTypeId(),
                        Columns.require(target, table, column).id(),
                        name,
                        value);
    }

    private ExtendedProperty onTop(String type, String subject, String name, @Nullable Object value) {
        if (type.equals("SCHEMA")) {
            return new ExtendedProperty(3, target.schema(subject).id(), 0, name, value);
        }
        if (type.equals("TRIGGER")) {
            var trigger = target.find(List.of("dbo", subject));
            if (trigger != null) {
                return new ExtendedProperty(1, trigger.id(), 0, name, value);
            }
        }
        if (type.equals("USER")) {
            return new ExtendedProperty(
                    4,
                    SecurityDdl.required(target.catalog().principals(), subject).id(),
                    0,
                    name,
                    value);
        }
        var extras = target.catalog().extras();
        return switch (type) {
            case "ASSEMBLY" -> onTop(5, ExternalDdl.required(extras.assemblies(), subject), name, value);
            case "PARTITION SCHEME" -> onTop(20, ExternalDdl.required(extras.dataSpaces(), subject), name, value);
            case "PARTITION FUNCTION" ->
                onTop(21, ExternalDdl.required(extras.partitionFunctions(), subject), name, value);
            default -> throw invalid(subject);
        };
    }

    private static ExtendedProperty onTop(int onClass, Registry.Entry subject, String name, @Nullable Object value) {
        return new ExtendedProperty(onClass, subject.id(), 0, name, value);
    }

    private ExtendedProperty within(DbObject object, String type, String subject, String name, @Nullable Object value) {
        if (type.equals("COLUMN") && object instanceof Relation relation) {
            var column = relation.column(c -> target.catalog().same(c.name(), subject));
            if (column != null) {
                return new ExtendedProperty(1, relation.id(), column.id(), name, value);
            }
        } else if (type.equals("INDEX") && object instanceof Relation relation) {
            for (var index : relation.indexes()) {
                if (index.name() != null && target.catalog().same(index.name(), subject)) {
                    return new ExtendedProperty(7, relation.id(), index.id(), name, value);
                }
            }
        } else if (type.equals("PARAMETER") && object instanceof Routine routine) {
            for (var parameter : routine.parameters()) {
                if (target.catalog().same(parameter.name(), subject)) {
                    return new ExtendedProperty(2, routine.id(), parameter.id(), name, value);
                }
            }
        } else if ((type.equals("CONSTRAINT") || type.equals("TRIGGER")) && object instanceof Relation relation) {
            var child = target.catalog().find(relation.schema(), subject);
            if (child != null && child.parentId() == relation.id()) {
                return new ExtendedProperty(1, child.id(), 0, name, value);
            }
        }
        throw invalid(subject);
    }

    private static SqlServerError invalid(String subject) {
        return new SqlServerError(
                15135,
                "Object is invalid. Extended properties are not permitted on '%s', or it does not exist."
                        .formatted(subject));
    }
}
