package dev.granary.emulator.h2;

import dev.granary.emulator.engine.ResultColumn;
import dev.granary.emulator.engine.SqlType;
import dev.granary.emulator.views.ViewColumn;
import org.h2.value.TypeInfo;
import org.h2.value.Value;
import org.jspecify.annotations.Nullable;

/** What a result's columns travel as. */
final class ResultTypes {

    private static final int LONGEST_NVARCHAR = 4000;
    private static final int LONGEST_BYTES = 8000;
    private static final int WIDEST = 38;
    private static final int FINEST = 7;

    private ResultTypes() {}

    static ResultColumn ofColumn(@Nullable String alias, ViewColumn<?> column) {
        int precision = column.type() == SqlType.DECIMAL ? column.precision() : 0;
        return new ResultColumn(
                alias == null ? column.name() : alias,
                column.type(),
                column.length(),
                precision,
                column.type() == SqlType.SQL_VARIANT ? 0 : column.scale(),
                true);
    }

    static ResultColumn ofExpression(@Nullable String alias, TypeInfo type) {
        var name = alias == null ? "" : alias;
        int scale = Math.min(FINEST, Math.max(0, type.getScale()));
        return switch (type.getValueType()) {
            case Value.BOOLEAN -> plain(name, SqlType.BIT);
            case Value.TINYINT, Value.SMALLINT -> plain(name, SqlType.SMALLINT);
            case Value.INTEGER, Value.NULL -> plain(name, SqlType.INT);
            case Value.BIGINT -> plain(name, SqlType.BIGINT);
            case Value.REAL -> plain(name, SqlType.REAL);
            case Value.DOUBLE -> plain(name, SqlType.FLOAT);
            case Value.NUMERIC, Value.DECFLOAT -> number(name, type);
            case Value.CHAR -> text(name, SqlType.NCHAR, type.getPrecision());
            case Value.BINARY, Value.VARBINARY, Value.BLOB -> bytes(name, type.getPrecision());
            case Value.UUID -> plain(name, SqlType.UNIQUEIDENTIFIER);
            case Value.DATE -> plain(name, SqlType.DATE);
            case Value.TIME -> new ResultColumn(name, SqlType.TIME, 0, 0, scale, true);
            case Value.TIMESTAMP ->
                scale == 3
                        ? new ResultColumn(name, SqlType.DATETIME, 0, 0, 3, true)
                        : new ResultColumn(name, SqlType.DATETIME2, 0, 0, scale, true);
            case Value.TIMESTAMP_TZ -> new ResultColumn(name, SqlType.DATETIMEOFFSET, 0, 0, scale, true);
            default ->
                type.getPrecision() == Values.VARIANT_TEXT
                        ? plain(name, SqlType.SQL_VARIANT)
                        : text(name, SqlType.NVARCHAR, type.getPrecision());
        };
    }

    private static ResultColumn plain(String name, SqlType type) {
        return new ResultColumn(name, type, 0, 0, 0, true);
    }

    private static ResultColumn number(String name, TypeInfo type) {
        if (type.getPrecision() == Values.VARIANT_NUMBER && type.getScale() == 0) {
            return plain(name, SqlType.SQL_VARIANT);
        }
        int scale = type.getValueType() == Value.DECFLOAT ? 6 : Math.min(WIDEST, Math.max(0, type.getScale()));
        int precision = (int) Math.min(WIDEST, Math.max(type.getPrecision(), scale + 1L));
        return new ResultColumn(name, SqlType.DECIMAL, 0, precision, scale, true);
    }

    private static ResultColumn text(String name, SqlType type, long length) {
        return length > LONGEST_NVARCHAR
                ? new ResultColumn(name, SqlType.NVARCHAR, ResultColumn.MAX, 0, 0, true)
                : new ResultColumn(name, type, (int) Math.max(1, length), 0, 0, true);
    }

    private static ResultColumn bytes(String name, long length) {
        return new ResultColumn(
                name,
                SqlType.VARBINARY,
                length > LONGEST_BYTES ? ResultColumn.MAX : (int) Math.max(1, length),
                0,
                0,
                true);
    }
}
