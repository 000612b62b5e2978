package dev.granary.emulator.ddl;

import dev.granary.emulator.engine.ResultColumn;
import dev.granary.emulator.engine.SqlServerError;
import dev.granary.emulator.h2.Described;
import dev.granary.emulator.model.Column;
import dev.granary.emulator.model.SystemTypes;
import dev.granary.emulator.model.TypeDef;
import dev.granary.emulator.model.TypeUse;
import dev.granary.emulator.tsql.Cursor;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads types, and works out the bytes, precision and scale that the catalogue shows for them. */
final class Types {

    private static final int MAX = -1;
    private static final int UNSAID = -2;

    private Types() {}

    static TypeUse read(Cursor cursor, Target target) {
        var first = cursor.name();
        String schemaName = null;
        if (cursor.take(".")) {
            schemaName = first;
            first = cursor.name();
        }
        if (first.equalsIgnoreCase("double") && cursor.take("precision")) {
            return use(SystemTypes.named("float"), UNSAID, 0, target);
        }
        if (schemaName == null) {
            first = ansi(first, cursor);
        }
        int size = UNSAID;
        int scale = UNSAID;
        if (cursor.take("(")) {
            if (cursor.take("max")) {
                size = MAX;
            } else if (cursor.peek().name()) {
                // xml(SCHEMA) and the like: the collection changes nothing that is shown here.
                cursor.names();
            } else {
                size = cursor.integer();
            }
            if (cursor.take(",")) {
                scale = cursor.integer();
            }
            cursor.expect(")");
        }
        var system = schemaName == null || schemaName.equalsIgnoreCase("sys") ? SystemTypes.find(first) : null;
        if (system != null) {
            return use(system, size, scale, target);
        }
        var schema = target.schema(schemaName);
        var user = target.catalog().userType(schema.id(), first);
        if (user == null) {
            throw new SqlServerError(2715, "Cannot find data type %s.".formatted(first));
        }
        return new TypeUse(
                user,
                user.maxLength(),
                user.precision(),
                user.scale(),
                user.collated() ? target.database().collation() : null);
    }

    /** The name for a type that the standard spells in several words. */
    private static String ansi(String first, Cursor cursor) {
        boolean national = first.equalsIgnoreCase("national");
        var base = (national ? cursor.name() : first).toLowerCase(Locale.ROOT);
        if (base.equals("character")) {
            base = "char";
        }
        boolean varies =
                (base.equals("char") || base.equals("nchar") || base.equals("binary")) && cursor.take("varying");
        if (varies) {
            base = base.replace("char", "varchar").replace("binary", "varbinary");
        }
        return national ? "n" + base : varies || base.equals("char") ? base : first;
    }

    static TypeUse use(TypeDef type, int size, int scale, Target target) {
        var collation = type.collated() ? target.database().collation() : null;
        return switch (type.name()) {
            case "nvarchar", "nchar" -> new TypeUse(type, size == MAX ? MAX : 2 * orOne(size), 0, 0, collation);
            case "varchar", "char", "varbinary", "binary" ->
                new TypeUse(type, size == MAX ? MAX : orOne(size), 0, 0, collation);
            case "decimal", "numeric" -> {
                int precision = size == UNSAID ? 18 : size;
                yield new TypeUse(type, decimalBytes(precision), precision, Math.max(0, scale), null);
            }
            case "float" -> {
                boolean small = size > 0 && size <= 24;
                yield small ? use(SystemTypes.named("real"), UNSAID, 0, target) : new TypeUse(type, 8, 53, 0, null);
            }
            case "time", "datetime2", "datetimeoffset" -> temporal(type, size == UNSAID ? 7 : size);
            default -> new TypeUse(type, type.maxLength(), type.precision(), type.scale(), collation);
        };
    }

    private static int orOne(int size) {
        return size == UNSAID ? 1 : size;
    }

    private static int decimalBytes(int precision) {
        return precision <= 9 ? 5 : precision <= 19 ? 9 : precision <= 28 ? 13 : 17;
    }

    private static TypeUse temporal(TypeDef type, int scale) {
        int fraction = scale <= 2 ? 0 : scale <= 4 ? 1 : 2;
        int digits = scale == 0 ? 0 : scale + 1;
        return switch (type.name()) {
            case "time" -> new TypeUse(type, 3 + fraction, 8 + digits, scale, null);
            case "datetime2" -> new TypeUse(type, 6 + fraction, 19 + digits, scale, null);
            default -> new TypeUse(type, 8 + fraction, 26 + digits, scale, null);
        };
    }

    static TypeUse collated(TypeUse use, @Nullable String collation) {
        return collation == null
                ? use
                : new TypeUse(use.type(), use.maxLength(), use.precision(), use.scale(), collation);
    }

    /** A view's or function's column: a table's column taken as it stands keeps all of its type. */
    static Column column(int id, String name, Described from, Target target) {
        var origin = from.origin();
        var type = origin == null ? of(from.result(), target) : origin.type();
        return new Column(id, name, type, from.nullable(), Column.Traits.NONE);
    }

    /** The type of a query's result column. */
    static TypeUse of(ResultColumn column, Target target) {
        var type = SystemTypes.named(column.type().name().toLowerCase(Locale.ROOT));
        int size =
                switch (column.type()) {
                    case DECIMAL -> column.precision();
                    case TIME, DATETIME2, DATETIMEOFFSET -> column.scale();
                    default -> column.length() == 0 ? UNSAID : column.length();
                };
        return use(type, size, column.scale(), target);
    }
}
