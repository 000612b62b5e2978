package dev.granary.harvester.assemble;

import org.jspecify.annotations.Nullable;

/** Types as T-SQL writes them. */
final class TypeName {

    private static final int MAX = -1;
    private static final int FLOAT_IN_FULL = 53;

    private TypeName() {}

    /**
     * @param schema of a user-defined type, which is written by its name alone; null for a system type
     * @param maxLength in bytes, -1 for (max)
     */
    static String of(@Nullable String schema, String name, int maxLength, int precision, int scale) {
        if (schema != null) {
            return RegularIdentifier.bracketedUnlessRegular(schema)
                    + "."
                    + RegularIdentifier.bracketedUnlessRegular(name);
        }
        return switch (name) {
            case "char", "varchar", "binary", "varbinary" -> sized(name, maxLength, 1);
            case "nchar", "nvarchar" -> sized(name, maxLength, 2);
            case "decimal", "numeric" -> name + "(" + precision + "," + scale + ")";
            case "time", "datetime2", "datetimeoffset" -> name + "(" + scale + ")";
            case "float" -> precision == FLOAT_IN_FULL || precision == 0 ? name : name + "(" + precision + ")";
            default -> name;
        };
    }

    private static String sized(String name, int bytes, int bytesEach) {
        return bytes == MAX ? name + "(max)" : name + "(" + bytes / bytesEach + ")";
    }
}
