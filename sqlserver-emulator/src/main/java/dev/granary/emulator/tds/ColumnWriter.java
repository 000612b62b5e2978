package dev.granary.emulator.tds;

import dev.granary.emulator.engine.ResultColumn;
import dev.granary.emulator.engine.SqlType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes one column's type and its values, without garbage for the common types. */
final class ColumnWriter {

    /** Latin1_General 1033, code page 1252, case-insensitive, accent-sensitive. */
    static final byte[] COLLATION = {0x09, 0x04, (byte) 0xD0, 0x00, 0x34};

    private static final int LONGEST = 8000;
    private static final int LONGEST_NATIONAL = 4000;
    private static final int NULL_LENGTH = 0xFFFF;

    private final SqlType type;
    private final int length;
    private final int precision;
    private final int scale;
    private final boolean chunked;

    ColumnWriter(ResultColumn column) {
        this.type = column.type();
        this.precision = column.precision() == 0 ? 38 : column.precision();
        this.scale = column.scale();
        int longest = type == SqlType.NCHAR || type == SqlType.NVARCHAR ? LONGEST_NATIONAL : LONGEST;
        this.chunked = column.length() == ResultColumn.MAX || column.length() > longest;
        this.length = column.length() == 0 ? longest : column.length();
    }

    void putType(PacketWriter out) {
        switch (type) {
            case BIT -> sized(out, TdsType.BITN, 1);
            case TINYINT -> sized(out, TdsType.INTN, 1);
            case SMALLINT -> sized(out, TdsType.INTN, 2);
            case INT -> sized(out, TdsType.INTN, 4);
            case BIGINT -> sized(out, TdsType.INTN, 8);
            case REAL -> sized(out, TdsType.FLOATN, 4);
            case FLOAT -> sized(out, TdsType.FLOATN, 8);
            case MONEY -> sized(out, TdsType.MONEYN, 8);
            case DATETIME -> sized(out, TdsType.DATETIMEN, 8);
            case UNIQUEIDENTIFIER -> sized(out, TdsType.GUID, 16);
            case DECIMAL -> {
                sized(out, TdsType.DECIMALN, 1 + Numbers.magnitudeLength(precision));
                out.u1(precision);
                out.u1(scale);
            }
            case CHAR -> text(out, TdsType.CHAR, length);
            case VARCHAR -> text(out, TdsType.VARCHAR, length);
            case NCHAR -> text(out, TdsType.NCHAR, 2 * length);
            case NVARCHAR -> text(out, TdsType.NVARCHAR, 2 * length);
            case BINARY -> longSized(out, TdsType.BINARY, length);
            case VARBINARY -> longSized(out, TdsType.VARBINARY, length);
            case DATE -> out.u1(TdsType.DATE);
            case TIME -> sized(out, TdsType.TIME, scale);
            case DATETIME2 -> sized(out, TdsType.DATETIME2, scale);
            case DATETIMEOFFSET -> sized(out, TdsType.DATETIMEOFFSET, scale);
            case SQL_VARIANT -> {
                out.u1(TdsType.VARIANT);
                out.i4(VariantWriter.LONGEST);
            }
        }
    }

    void putValue(PacketWriter out, @Nullable Object value) {
        if (value == null) {
            putNull(out);
            return;
        }
        switch (type) {
            case BIT -> {
                out.u1(1);
                out.u1((Boolean) value ? 1 : 0);
            }
            case TINYINT -> {
                out.u1(1);
                out.u1((Short) value);
            }
            case SMALLINT -> {
                out.u1(2);
                out.u2((Short) value);
            }
            case INT -> {
                out.u1(4);
                out.i4((Integer) value);
            }
            case BIGINT -> {
                out.u1(8);
                out.i8((Long) value);
            }
            case REAL -> {
                out.u1(4);
                out.i4(Float.floatToIntBits((Float) value));
            }
            case FLOAT -> {
                out.u1(8);
                out.i8(Double.doubleToLongBits((Double) value));
            }
            case DECIMAL -> {
                int magnitude = Numbers.magnitudeLength(precision);
                out.u1(1 + magnitude);
                Numbers.putDecimal(out, (BigDecimal) value, scale, magnitude);
            }
            case MONEY -> {
                out.u1(8);
                Numbers.putMoney(out, (BigDecimal) value);
            }
            case CHAR, VARCHAR -> {
                String text = (String) value;
                openValue(out, text.length());
                out.cp1252(text);
                closeValue(out);
            }
            case NCHAR, NVARCHAR -> {
                String text = (String) value;
                openValue(out, 2 * text.length());
                out.utf16(text);
                closeValue(out);
            }
            case BINARY, VARBINARY -> {
                byte[] bytes = (byte[]) value;
                openValue(out, bytes.length);
                out.bytes(bytes);
                closeValue(out);
            }
            case UNIQUEIDENTIFIER -> {
                out.u1(16);
                Numbers.putGuid(out, (UUID) value);
            }
            case DATE -> {
                out.u1(3);
                Temporal.putDate(out, (LocalDate) value);
            }
            case TIME -> {
                out.u1(Temporal.timeLength(scale));
                Temporal.putTime(out, (LocalTime) value, scale);
            }
            case DATETIME -> {
                out.u1(8);
                Temporal.putDateTime(out, (LocalDateTime) value);
            }
            case DATETIME2 -> {
                out.u1(Temporal.timeLength(scale) + 3);
                Temporal.putDateTime2(out, (LocalDateTime) value, scale);
            }
            case DATETIMEOFFSET -> {
                out.u1(Temporal.timeLength(scale) + 5);
                Temporal.putOffsetDateTime(out, (OffsetDateTime) value, scale);
            }
            case SQL_VARIANT -> VariantWriter.put(out, value);
        }
    }

    private void putNull(PacketWriter out) {
        switch (type) {
            case CHAR, VARCHAR, NCHAR, NVARCHAR, BINARY, VARBINARY -> {
                if (chunked) {
                    out.i8(-1);
                } else {
                    out.u2(NULL_LENGTH);
                }
            }
            case SQL_VARIANT -> out.i4(0);
            default -> out.u1(0);
        }
    }

    private void openValue(PacketWriter out, int bytes) {
        if (chunked) {
            out.i8(bytes);
            if (bytes > 0) {
                out.i4(bytes);
            }
        } else if (bytes < NULL_LENGTH) {
            out.u2(bytes);
        } else {
            throw new IllegalArgumentException("A value of " + bytes + " bytes needs a (max) column.");
        }
    }

    private void closeValue(PacketWriter out) {
        if (chunked) {
            out.i4(0);
        }
    }

    private void sized(PacketWriter out, int tdsType, int size) {
        out.u1(tdsType);
        out.u1(size);
    }

    private void text(PacketWriter out, int tdsType, int bytes) {
        longSized(out, tdsType, bytes);
        out.bytes(COLLATION);
    }

    private void longSized(PacketWriter out, int tdsType, int bytes) {
        out.u1(tdsType);
        out.u2(chunked ? TdsType.CHUNKED : bytes);
    }
}
