package dev.granary.emulator.tsql;

import java.util.Locale;

/** T-SQL's types in H2's words. */
public final class H2Types {

    /** What T-SQL's (max) becomes: H2's longest VARCHAR or VARBINARY. */
    public static final int LONGEST = 1_048_576;

    private static final int CAST_DEFAULT = 30;

    private H2Types() {}

    /** Reads a type such as {@code nvarchar(50)}. */
    public static String read(Cursor cursor, boolean cast) {
        var name = cursor.name().toLowerCase(Locale.ROOT);
        if (cursor.take(".")) {
            name = cursor.name().toLowerCase(Locale.ROOT);
        }
        int first = -2;
        int second = 0;
        if (cursor.take("(")) {
            first = cursor.take("max") ? LONGEST : cursor.integer();
            if (cursor.take(",")) {
                second = cursor.integer();
            }
            cursor.expect(")");
        }
        return of(name, first, second, cast);
    }

    private static String of(String name, int first, int second, boolean cast) {
        int length = first > 0 ? first : cast ? CAST_DEFAULT : 1;
        return switch (name) {
            case "nvarchar", "varchar" -> "VARCHAR(" + length + ")";
            case "nchar", "char" -> "CHAR(" + length + ")";
            case "sysname" -> "VARCHAR(128)";
            case "text", "ntext", "xml" -> "VARCHAR(" + LONGEST + ")";
            case "sql_variant" -> "VARCHAR(8016)";
            case "varbinary" -> "VARBINARY(" + length + ")";
            case "binary" -> "BINARY(" + length + ")";
            case "image" -> "VARBINARY(" + LONGEST + ")";
            case "timestamp", "rowversion" -> "BINARY(8)";
            case "bit" -> "BOOLEAN";
            case "tinyint", "smallint" -> "SMALLINT";
            case "int", "integer" -> "INTEGER";
            case "bigint" -> "BIGINT";
            case "decimal", "numeric", "dec" -> "NUMERIC(" + (first > 0 ? first : 18) + ", " + second + ")";
            case "money" -> "NUMERIC(19, 4)";
            case "smallmoney" -> "NUMERIC(10, 4)";
            case "float" -> "DOUBLE PRECISION";
            case "real" -> "REAL";
            case "uniqueidentifier" -> "UUID";
            case "date" -> "DATE";
            case "time" -> "TIME(" + (first >= 0 ? first : 7) + ")";
            case "datetime" -> "TIMESTAMP(3)";
            case "smalldatetime" -> "TIMESTAMP(0)";
            case "datetime2" -> "TIMESTAMP(" + (first >= 0 ? first : 7) + ")";
            case "datetimeoffset" -> "TIMESTAMP(" + (first >= 0 ? first : 7) + ") WITH TIME ZONE";
            default -> throw Limits.not("use the type %s in a query".formatted(name));
        };
    }

    public static boolean text(String h2Type) {
        return h2Type.startsWith("VARCHAR") || h2Type.startsWith("CHAR");
    }

    public static boolean binary(String h2Type) {
        return h2Type.startsWith("VARBINARY") || h2Type.startsWith("BINARY");
    }
}
