package dev.granary.emulator.model;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The types every database has, with the ids, lengths and precisions of sys.types. */
public final class SystemTypes {

    private static final Map<String, TypeDef> ALL = new LinkedHashMap<>();

    private static final Map<Integer, TypeDef> BY_ID = new HashMap<>();

    static {
        add("image", 34, 34, 16, 0, 0, false);
        add("text", 35, 35, 16, 0, 0, true);
        add("uniqueidentifier", 36, 36, 16, 0, 0, false);
        add("date", 40, 40, 3, 10, 0, false);
        add("time", 41, 41, 5, 16, 7, false);
        add("datetime2", 42, 42, 8, 27, 7, false);
        add("datetimeoffset", 43, 43, 10, 34, 7, false);
        add("tinyint", 48, 48, 1, 3, 0, false);
        add("smallint", 52, 52, 2, 5, 0, false);
        add("int", 56, 56, 4, 10, 0, false);
        add("smalldatetime", 58, 58, 4, 16, 0, false);
        add("real", 59, 59, 4, 24, 0, false);
        add("money", 60, 60, 8, 19, 4, false);
        add("datetime", 61, 61, 8, 23, 3, false);
        add("float", 62, 62, 8, 53, 0, false);
        add("sql_variant", 98, 98, 8016, 0, 0, false);
        add("ntext", 99, 99, 16, 0, 0, true);
        add("bit", 104, 104, 1, 1, 0, false);
        add("decimal", 106, 106, 17, 38, 38, false);
        add("numeric", 108, 108, 17, 38, 38, false);
        add("smallmoney", 122, 122, 4, 10, 4, false);
        add("bigint", 127, 127, 8, 19, 0, false);
        add("hierarchyid", 240, 128, 892, 0, 0, false);
        add("geometry", 240, 129, -1, 0, 0, false);
        add("geography", 240, 130, -1, 0, 0, false);
        add("varbinary", 165, 165, 8000, 0, 0, false);
        add("varchar", 167, 167, 8000, 0, 0, true);
        add("binary", 173, 173, 8000, 0, 0, false);
        add("char", 175, 175, 8000, 0, 0, true);
        add("timestamp", 189, 189, 8, 0, 0, false);
        add("nvarchar", 231, 231, 8000, 0, 0, true);
        add("sysname", 231, 256, 256, 0, 0, true);
        add("nchar", 239, 239, 8000, 0, 0, true);
        add("xml", 241, 241, -1, 0, 0, false);
    }

    private SystemTypes() {}

    public static Iterable<TypeDef> all() {
        return ALL.values();
    }

    /** The type of that name, under any of its synonyms, or null. */
    public static @Nullable TypeDef find(String name) {
        var lower = name.toLowerCase(Locale.ROOT);
        return ALL.get(
                switch (lower) {
                    case "integer" -> "int";
                    case "dec" -> "decimal";
                    case "rowversion" -> "timestamp";
                    case "character" -> "char";
                    default -> lower;
                });
    }

    public static @Nullable TypeDef byUserTypeId(int id) {
        return BY_ID.get(id);
    }

    public static TypeDef named(String name) {
        var type = find(name);
        if (type == null) {
            throw new IllegalArgumentException("No system type " + name);
        }
        return type;
    }

    private static void add(
            String name, int system, int user, int maxLength, int precision, int scale, boolean collated) {
        boolean nullable = !name.equals("sysname") && !name.equals("timestamp");
        var type = new TypeDef(
                name, system, user, Schema.SYS, maxLength, precision, scale, collated, nullable, false, null, null);
        ALL.put(name, type);
        BY_ID.put(user, type);
    }
}
