package dev.granary.emulator.h2;

import dev.granary.emulator.engine.SqlType;
import dev.granary.emulator.views.ViewColumn;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.h2.util.JSR310Utils;
import org.h2.value.TypeInfo;
import org.h2.value.Value;
import org.h2.value.ValueBigint;
import org.h2.value.ValueBoolean;
import org.h2.value.ValueChar;
import org.h2.value.ValueDouble;
import org.h2.value.ValueInteger;
import org.h2.value.ValueNull;
import org.h2.value.ValueNumeric;
import org.h2.value.ValueReal;
import org.h2.value.ValueSmallint;
import org.h2.value.ValueUuid;
import org.h2.value.ValueVarbinary;
import org.h2.value.ValueVarchar;
import org.jspecify.annotations.Nullable;

/** Between the model's Java values and H2's. A variant is text, or a number one digit wider than T-SQL's widest. */
final class Values {

    static final int VARIANT_TEXT = 8016;
    static final int VARIANT_NUMBER = 39;
    private static final int LONG_TEXT = 1_048_576;

    private Values() {}

    static TypeInfo type(ViewColumn<?> column) {
        return type(column.type(), column.length(), column.precision(), column.scale());
    }

    static TypeInfo type(SqlType type, int length, int precision, int scale) {
        long size = length <= 0 ? LONG_TEXT : length;
        return switch (type) {
            case BIT -> TypeInfo.TYPE_BOOLEAN;
            case TINYINT, SMALLINT -> TypeInfo.TYPE_SMALLINT;
            case INT -> TypeInfo.TYPE_INTEGER;
            case BIGINT -> TypeInfo.TYPE_BIGINT;
            case REAL -> TypeInfo.TYPE_REAL;
            case FLOAT -> TypeInfo.TYPE_DOUBLE;
            case DECIMAL -> TypeInfo.getTypeInfo(Value.NUMERIC, precision, scale, null);
            case MONEY -> TypeInfo.getTypeInfo(Value.NUMERIC, 19, 4, null);
            case CHAR, NCHAR -> TypeInfo.getTypeInfo(Value.CHAR, size, 0, null);
            case VARCHAR, NVARCHAR -> TypeInfo.getTypeInfo(Value.VARCHAR, size, 0, null);
            case BINARY, VARBINARY -> TypeInfo.getTypeInfo(Value.VARBINARY, size, 0, null);
            case UNIQUEIDENTIFIER -> TypeInfo.TYPE_UUID;
            case DATE -> TypeInfo.TYPE_DATE;
            case TIME -> TypeInfo.getTypeInfo(Value.TIME, -1, scale, null);
            case DATETIME -> TypeInfo.getTypeInfo(Value.TIMESTAMP, -1, 3, null);
            case DATETIME2 -> TypeInfo.getTypeInfo(Value.TIMESTAMP, -1, scale, null);
            case DATETIMEOFFSET -> TypeInfo.getTypeInfo(Value.TIMESTAMP_TZ, -1, scale, null);
            case SQL_VARIANT ->
                precision > 0
                        ? TypeInfo.getTypeInfo(Value.NUMERIC, VARIANT_NUMBER, 0, null)
                        : TypeInfo.getTypeInfo(Value.VARCHAR, VARIANT_TEXT, 0, null);
        };
    }

    static Value of(ViewColumn<?> column, @Nullable Object value) {
        if (value == null) {
            return ValueNull.INSTANCE;
        }
        return switch (column.type()) {
            case TINYINT, SMALLINT -> ValueSmallint.get(((Number) value).shortValue());
            case CHAR, NCHAR -> ValueChar.get(padded((String) value, column.length()));
            case SQL_VARIANT ->
                column.precision() > 0
                        ? ValueNumeric.get(new BigDecimal(value.toString()))
                        : ValueVarchar.get(value.toString());
            default -> of(value);
        };
    }

    /** Any value of a class that {@link SqlType} names. */
    static Value of(@Nullable Object value) {
        return switch (value) {
            case null -> ValueNull.INSTANCE;
            case Boolean b -> ValueBoolean.get(b);
            case Short s -> ValueSmallint.get(s);
            case Integer i -> ValueInteger.get(i);
            case Long l -> ValueBigint.get(l);
            case Float f -> ValueReal.get(f);
            case Double d -> ValueDouble.get(d);
            case BigDecimal d -> ValueNumeric.getAnyScale(d);
            case String s -> ValueVarchar.get(s);
            case byte[] b -> ValueVarbinary.get(b);
            case UUID u -> ValueUuid.get(u);
            case LocalDate d -> JSR310Utils.localDateToValue(d);
            case LocalTime t -> JSR310Utils.localTimeToValue(t);
            case LocalDateTime t -> JSR310Utils.localDateTimeToValue(t);
            case OffsetDateTime t -> JSR310Utils.offsetDateTimeToValue(t);
            default -> throw new IllegalArgumentException("No H2 value for a " + value.getClass());
        };
    }

    /** The Java value that a result column of this type carries. */
    static @Nullable Object java(Value value, SqlType type) {
        if (value.getValueType() == Value.NULL) {
            return null;
        }
        return switch (type) {
            case BIT -> value.getBoolean();
            case TINYINT, SMALLINT -> value.getShort();
            case INT -> value.getInt();
            case BIGINT -> value.getLong();
            case REAL -> value.getFloat();
            case FLOAT -> value.getDouble();
            case DECIMAL, MONEY -> value.getBigDecimal();
            case CHAR, VARCHAR, NCHAR, NVARCHAR -> value.getString();
            case BINARY, VARBINARY -> value.getBytes();
            case UNIQUEIDENTIFIER -> value.convertToUuid().getUuid();
            case DATE -> JSR310Utils.valueToLocalDate(value, null);
            case TIME -> JSR310Utils.valueToLocalTime(value, null);
            case DATETIME, DATETIME2 -> JSR310Utils.valueToLocalDateTime(value, null);
            case DATETIMEOFFSET -> JSR310Utils.valueToOffsetDateTime(value, null);
            case SQL_VARIANT -> variant(value);
        };
    }

    private static Object variant(Value value) {
        if (value.getValueType() != Value.NUMERIC) {
            return value.getString();
        }
        var number = value.getBigDecimal();
        if (number.scale() > 0) {
            return number;
        }
        try {
            long whole = number.setScale(0, RoundingMode.UNNECESSARY).longValueExact();
            return whole == (int) whole ? (Object) (int) whole : (Object) whole;
        } catch (ArithmeticException e) {
            return number;
        }
    }

    private static String padded(String text, int length) {
        return text.length() >= length ? text : text + " ".repeat(length - text.length());
    }
}
