package dev.granary.harvester.catalog;

import dev.granary.content.ContentHash;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** How a column is fetched, by the type of the component that takes it. */
@FunctionalInterface
interface Getter {

    int CUT_AT = 4_000;

    @Nullable
    Object get(ResultSet results, int column) throws SQLException;

    static Getter of(Class<?> type) {
        if (type == int.class) {
            return ResultSet::getInt;
        }
        if (type == boolean.class) {
            return ResultSet::getBoolean;
        }
        if (type == String.class) {
            return ResultSet::getString;
        }
        if (type == Integer.class) {
            return Getter::nullableInteger;
        }
        if (type == Boolean.class) {
            return Getter::nullableBoolean;
        }
        if (type == Double.class) {
            return Getter::nullableDouble;
        }
        if (type == Utf16.class) {
            return Getter::codeUnits;
        }
        if (type == ContentHash.class) {
            return Getter::hash;
        }
        if (type == LocalDateTime.class) {
            return (results, column) -> results.getObject(column, LocalDateTime.class);
        }
        throw new IllegalArgumentException("No getter for " + type);
    }

    /** For a text of which an engine may show the first characters only, or none: what is so long, or empty, is null. */
    static Getter uncut(Class<?> type) {
        var whole = of(type);
        return (results, column) -> {
            var value = whole.get(results, column);
            return value instanceof String text && isCut(text) ? null : value;
        };
    }

    /** The engine counts a character beyond the sixteen bits once. */
    private static boolean isCut(String text) {
        return text.isEmpty() || text.codePointCount(0, text.length()) == CUT_AT;
    }

    private static @Nullable Object codeUnits(ResultSet results, int column) throws SQLException {
        byte[] bytes = results.getBytes(column);
        return bytes == null ? null : Utf16.of(bytes);
    }

    private static @Nullable Object hash(ResultSet results, int column) throws SQLException {
        byte[] bytes = results.getBytes(column);
        return bytes == null ? null : ContentHash.of(bytes);
    }

    private static @Nullable Object nullableInteger(ResultSet results, int column) throws SQLException {
        int value = results.getInt(column);
        return results.wasNull() ? null : (Object) value;
    }

    private static @Nullable Object nullableDouble(ResultSet results, int column) throws SQLException {
        double value = results.getDouble(column);
        return results.wasNull() ? null : (Object) value;
    }

    private static @Nullable Object nullableBoolean(ResultSet results, int column) throws SQLException {
        boolean value = results.getBoolean(column);
        return results.wasNull() ? null : (Object) value;
    }
}
