package dev.granary.harvester.catalog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** How a column is fetched, by the type of the component that takes it. */
@FunctionalInterface
interface Getter {

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
        if (type == LocalDateTime.class) {
            return (results, column) -> results.getObject(column, LocalDateTime.class);
        }
        throw new IllegalArgumentException("No getter for " + type);
    }

    private static @Nullable Object codeUnits(ResultSet results, int column) throws SQLException {
        byte[] bytes = results.getBytes(column);
        return bytes == null ? null : Utf16.of(bytes);
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
