package dev.granary.emulator.tds;

import dev.granary.emulator.engine.Parameter;
import dev.granary.emulator.engine.SqlServerError;
import dev.granary.emulator.engine.SqlType;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Reads the type and value of a call's parameter. */
final class ValueReader {

    private static final int NULL_LENGTH = 0xFFFF;
    private static final int PARAMETER_NOT_READ = 50_901;

    private final ByteReader in;

    ValueReader(ByteReader in) {
        this.in = in;
    }

    /**
     * The next parameter's type and value under this name.
     *
     * @throws SqlServerError for a type that the emulator doesn't take; the rest of the message cannot be read then
     */
    Parameter read(String name) throws ProtocolException {
        int type = in.u1();
        return switch (type) {
            case TdsType.NULL -> new Parameter(name, SqlType.NVARCHAR, null);
            case TdsType.INTN -> integer(name, in.u1(), in.u1());
            case TdsType.BITN -> {
                in.u1();
                yield new Parameter(name, SqlType.BIT, in.u1() == 0 ? null : in.u1() != 0);
            }
            case TdsType.FLOATN -> floating(name, in.u1(), in.u1());
            case TdsType.DECIMALN, TdsType.NUMERICN -> {
                in.skip(2);
                int scale = in.u1();
                int length = in.u1();
                yield new Parameter(name, SqlType.DECIMAL, length == 0 ? null : Numbers.decimal(in, length, scale));
            }
            case TdsType.MONEYN -> {
                in.u1();
                yield money(name, in.u1());
            }
            case TdsType.DATETIMEN -> {
                in.u1();
                yield dateTime(name, in.u1());
            }
            case TdsType.GUID -> {
                in.u1();
                yield new Parameter(name, SqlType.UNIQUEIDENTIFIER, in.u1() == 0 ? null : Numbers.guid(in));
            }
            case TdsType.DATE -> new Parameter(name, SqlType.DATE, in.u1() == 0 ? null : Temporal.date(in));
            case TdsType.TIME -> {
                int scale = in.u1();
                int length = in.u1();
                yield new Parameter(name, SqlType.TIME, length == 0 ? null : Temporal.time(in, length, scale));
            }
            case TdsType.DATETIME2 -> {
                int scale = in.u1();
                int length = in.u1();
                yield new Parameter(
                        name, SqlType.DATETIME2, length == 0 ? null : Temporal.dateTime2(in, length, scale));
            }
            case TdsType.DATETIMEOFFSET -> {
                int scale = in.u1();
                int length = in.u1();
                yield new Parameter(
                        name, SqlType.DATETIMEOFFSET, length == 0 ? null : Temporal.offsetDateTime(in, length, scale));
            }
            case TdsType.CHAR -> narrow(name, SqlType.CHAR);
            case TdsType.VARCHAR -> narrow(name, SqlType.VARCHAR);
            case TdsType.NCHAR -> national(name, SqlType.NCHAR);
            case TdsType.NVARCHAR -> national(name, SqlType.NVARCHAR);
            case TdsType.BINARY -> new Parameter(name, SqlType.BINARY, longValue(in.u2()));
            case TdsType.VARBINARY -> new Parameter(name, SqlType.VARBINARY, longValue(in.u2()));
            default ->
                throw new SqlServerError(
                        PARAMETER_NOT_READ, "The emulator takes no parameters of TDS type 0x%02X.".formatted(type));
        };
    }

    private Parameter integer(String name, int declared, int length) throws ProtocolException {
        return switch (declared) {
            case 1 -> new Parameter(name, SqlType.TINYINT, length == 0 ? null : (short) in.u1());
            case 2 -> new Parameter(name, SqlType.SMALLINT, length == 0 ? null : (short) in.u2());
            case 4 -> new Parameter(name, SqlType.INT, length == 0 ? null : in.i4());
            default -> new Parameter(name, SqlType.BIGINT, length == 0 ? null : in.i8());
        };
    }

    private Parameter floating(String name, int declared, int length) throws ProtocolException {
        return declared == 4
                ? new Parameter(name, SqlType.REAL, length == 0 ? null : Float.intBitsToFloat(in.i4()))
                : new Parameter(name, SqlType.FLOAT, length == 0 ? null : Double.longBitsToDouble(in.i8()));
    }

    private Parameter money(String name, int length) throws ProtocolException {
        return new Parameter(
                name,
                SqlType.MONEY,
                switch (length) {
                    case 0 -> null;
                    case 4 -> BigDecimal.valueOf(in.i4(), Numbers.MONEY_SCALE);
                    default -> Numbers.money(in);
                });
    }

    private Parameter dateTime(String name, int length) throws ProtocolException {
        return new Parameter(
                name,
                SqlType.DATETIME,
                switch (length) {
                    case 0 -> null;
                    case 4 -> Temporal.smallDateTime(in);
                    default -> Temporal.dateTime(in);
                });
    }

    private Parameter narrow(String name, SqlType type) throws ProtocolException {
        int declared = in.u2();
        in.skip(ColumnWriter.COLLATION.length);
        byte[] bytes = longValue(declared);
        return new Parameter(name, type, bytes == null ? null : Cp1252.decode(bytes));
    }

    private Parameter national(String name, SqlType type) throws ProtocolException {
        int declared = in.u2();
        in.skip(ColumnWriter.COLLATION.length);
        byte[] bytes = longValue(declared);
        return new Parameter(name, type, bytes == null ? null : new ByteReader(bytes).rest());
    }

    private byte @Nullable [] longValue(int declared) throws ProtocolException {
        if (declared != TdsType.CHUNKED) {
            int length = in.u2();
            return length == NULL_LENGTH ? null : in.bytes(length);
        }
        if (in.i8() == -1) {
            return null;
        }
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        for (int chunk = in.i4(); chunk != 0; chunk = in.i4()) {
            whole.writeBytes(in.bytes(chunk));
        }
        return whole.toByteArray();
    }
}
