package dev.granary.comparison;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a column's type holds, as far as its T-SQL spelling tells: its family, and numbers that must not shrink.
 *
 * @param family types of one family hold the same sort of values
 * @param room each of these is at least as large in a type that holds all that this one does
 */
record TypeSize(String family, List<Integer> room) {

    private static final Pattern TYPE = Pattern.compile("(\\w+)(?:\\((\\w+)(?:,(\\d+))?\\))?");
    private static final int MAX = Integer.MAX_VALUE;
    private static final List<String> WHOLE_NUMBERS = List.of("tinyint", "smallint", "int", "bigint");

    TypeSize {
        room = List.copyOf(room);
    }

    /** Narrowed, widened, or of another family. */
    static ChangeType change(@Nullable String was, @Nullable String now) {
        var before = of(was);
        var after = of(now);
        if (before == null || after == null || !before.family.equals(after.family)) {
            return ChangeType.TYPE_CHANGED;
        }
        return after.holds(before) ? ChangeType.TYPE_WIDENED : ChangeType.TYPE_NARROWED;
    }

    private boolean holds(TypeSize other) {
        for (int i = 0; i < room.size(); i++) {
            if (room.get(i) < other.room.get(i)) {
                return false;
            }
        }
        return true;
    }

    /** Null for a type whose spelling tells no size, as that of an alias type. */
    private static @Nullable TypeSize of(@Nullable String type) {
        var parts = type == null ? null : TYPE.matcher(type);
        if (parts == null || !parts.matches()) {
            return null;
        }
        var name = parts.group(1);
        int first = number(parts.group(2));
        return switch (name) {
            case "tinyint", "smallint", "int", "bigint" -> sized("whole", WHOLE_NUMBERS.indexOf(name));
            case "decimal", "numeric" -> {
                int scale = number(parts.group(3));
                yield sized("decimal", first - scale, scale);
            }
            case "smallmoney" -> sized("money", 1);
            case "money" -> sized("money", 2);
            case "real" -> sized("float", 1);
            case "float" -> sized("float", 2);
            case "smalldatetime" -> sized("datetime", 1);
            case "datetime" -> sized("datetime", 2);
            case "char", "varchar", "nchar", "nvarchar", "binary", "varbinary", "time", "datetime2", "datetimeoffset" ->
                sized(name, first);
            default -> null;
        };
    }

    private static TypeSize sized(String family, Integer... room) {
        return new TypeSize(family, List.of(room));
    }

    private static int number(@Nullable String digits) {
        if (digits == null) {
            return 0;
        }
        return digits.equals("max") ? MAX : Integer.parseInt(digits);
    }
}
