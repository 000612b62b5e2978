package dev.granary.emulator.ddl;

import dev.granary.emulator.model.DbObject;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The names SQL Server makes up for constraints that were given none: always ending in the object_id, so never alike in two databases. */
final class SystemNames {

    private static final int TABLE_LENGTH = 9;
    private static final int BOTH_LENGTH = 14;

    private SystemNames() {}

    /** For a primary key or unique constraint. */
    static String key(boolean primary, String table, Iterable<String> columns, int objectId) {
        int hash = 0;
        for (var column : columns) {
            hash = 31 * hash + column.toLowerCase(Locale.ROOT).hashCode();
        }
        return "%s__%s__%08X%08X".formatted(primary ? "PK" : "UQ", cut(table, TABLE_LENGTH), hash, objectId);
    }

    /** For a default, check or foreign key. */
    static String other(String prefix, String table, @Nullable String column, int objectId) {
        var shortTable = cut(table, TABLE_LENGTH);
        return column == null
                ? "%s__%s__%08X".formatted(prefix, shortTable, objectId)
                : "%s__%s__%s__%08X"
                        .formatted(prefix, shortTable, cut(column, BOTH_LENGTH - shortTable.length()), objectId);
    }

    private static String cut(String name, int length) {
        return name.length() <= length ? name : name.substring(0, length);
    }

    static DbObject.Birth renamed(DbObject.Birth birth, String name) {
        return new DbObject.Birth(birth.id(), birth.schema(), name, birth.at());
    }
}
