package dev.granary.emulator.tds;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.UUID;

/** Writes sql_variant values: each names its own type. */
final class VariantWriter {

    static final int LONGEST = 8009;
    private static final int LONGEST_BYTES = 8000;
    private static final int SCALE = 7;

    private VariantWriter() {}

    static void put(PacketWriter out, Object value) {
        switch (value) {
            case String text -> {
                start(out, TdsType.NVARCHAR, 7, checked(2 * text.length()));
                out.bytes(ColumnWriter.COLLATION);
                out.u2(LONGEST_BYTES);
                out.utf16(text);
            }
            case Integer number -> {
                start(out, TdsType.INT4, 0, 4);
                out.i4(number);
            }
            case Long number -> {
                start(out, TdsType.INT8, 0, 8);
                out.i8(number);
            }
            case Short number -> {
                start(out, TdsType.INT2, 0, 2);
                out.u2(number);
            }
            case Double number -> {
                start(out, TdsType.FLOAT8, 0, 8);
                out.i8(Double.doubleToLongBits(number));
            }
            case Boolean bit -> {
                start(out, TdsType.BIT, 0, 1);
                out.u1(bit ? 1 : 0);
            }
            case BigDecimal number -> decimal(out, number);
            case byte[] bytes -> {
                start(out, TdsType.VARBINARY, 2, checked(bytes.length));
                out.u2(LONGEST_BYTES);
                out.bytes(bytes);
            }
            case LocalDateTime time -> {
                start(out, TdsType.DATETIME2, 1, Temporal.timeLength(SCALE) + 3);
                out.u1(SCALE);
                Temporal.putDateTime2(out, time, SCALE);
            }
            case UUID guid -> {
                start(out, TdsType.GUID, 0, 16);
                Numbers.putGuid(out, guid);
            }
            default -> throw new IllegalArgumentException("No sql_variant holds a " + value.getClass());
        }
    }

    private static void decimal(PacketWriter out, BigDecimal number) {
        int scale = Math.max(0, number.scale());
        int precision = Math.max(number.setScale(scale).precision(), scale);
        int magnitude = Numbers.magnitudeLength(precision);
        start(out, TdsType.NUMERICN, 2, 1 + magnitude);
        out.u1(precision);
        out.u1(scale);
        Numbers.putDecimal(out, number, scale, magnitude);
    }

    private static void start(PacketWriter out, int type, int propertyBytes, int valueBytes) {
        out.i4(2 + propertyBytes + valueBytes);
        out.u1(type);
        out.u1(propertyBytes);
    }

    private static int checked(int bytes) {
        if (bytes > LONGEST_BYTES) {
            throw new IllegalArgumentException("A sql_variant holds no " + bytes + " bytes.");
        }
        return bytes;
    }
}
