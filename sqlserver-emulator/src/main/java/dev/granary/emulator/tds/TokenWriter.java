package dev.granary.emulator.tds;

import dev.granary.emulator.engine.ResultColumn;
import dev.granary.emulator.engine.SqlServerError;
import dev.granary.emulator.engine.SqlType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes the tokens a reply is made of. */
public final class TokenWriter {

    public static final int DONE = 0xFD;
    public static final int DONE_PROCEDURE = 0xFE;
    public static final int DONE_IN_PROCEDURE = 0xFF;

    public static final int MORE = 0x01;
    public static final int FAILED = 0x02;
    public static final int COUNT = 0x10;
    public static final int ATTENTION = 0x20;

    public static final int DATABASE = 1;
    public static final int LANGUAGE = 2;
    public static final int PACKET_SIZE = 4;

    private static final int COLLATION = 7;
    private static final int RESET = 18;
    private static final int TDS_7_4 = 0x74000004;
    private static final int TDS_8_0 = 0x08000000;

    private final PacketWriter out;
    private final String serverName;
    private ColumnWriter[] columns = {};

    public TokenWriter(PacketWriter out, String serverName) {
        this.out = out;
        this.serverName = serverName;
    }

    /** COLMETADATA; the rows that follow are of these columns. */
    public void columns(List<ResultColumn> described) {
        columns = new ColumnWriter[described.size()];
        out.u1(0x81);
        out.u2(columns.length);
        for (int i = 0; i < columns.length; i++) {
            ResultColumn column = described.get(i);
            columns[i] = new ColumnWriter(column);
            out.i4(0);
            out.u2(column.nullable() ? 1 : 0);
            columns[i].putType(out);
            shortText(column.name());
        }
    }

    public void row(@Nullable Object[] values) {
        if (values.length != columns.length) {
            throw new IllegalArgumentException(
                    "A row of %d values came for %d columns.".formatted(values.length, columns.length));
        }
        out.u1(0xD1);
        for (int i = 0; i < values.length; i++) {
            columns[i].putValue(out, values[i]);
        }
    }

    /** One of the three DONE tokens. */
    public void done(int token, int status, int command, long rows) {
        out.u1(token);
        out.u2(status);
        out.u2(command);
        out.i8(rows);
    }

    public void error(SqlServerError error) {
        report(0xAA, error.number(), error.severity(), error.state(), String.valueOf(error.getMessage()));
    }

    public void information(int number, int severity, String text) {
        report(0xAB, number, severity, 1, text);
    }

    private void report(int token, int number, int severity, int state, String text) {
        String shown = text.length() > 2047 ? text.substring(0, 2047) : text;
        out.u1(token);
        out.u2(4 + 1 + 1 + 2 + 2 * shown.length() + 1 + 2 * serverName.length() + 1 + 4);
        out.i4(number);
        out.u1(state);
        out.u1(severity);
        out.u2(shown.length());
        out.utf16(shown);
        shortText(serverName);
        out.u1(0);
        out.i4(1);
    }

    /** ENVCHANGE of a setting that is a text. */
    public void changed(int setting, String after, String before) {
        out.u1(0xE3);
        out.u2(1 + 1 + 2 * after.length() + 1 + 2 * before.length());
        out.u1(setting);
        shortText(after);
        shortText(before);
    }

    public void collation() {
        out.u1(0xE3);
        out.u2(1 + 1 + ColumnWriter.COLLATION.length + 1);
        out.u1(COLLATION);
        out.u1(ColumnWriter.COLLATION.length);
        out.bytes(ColumnWriter.COLLATION);
        out.u1(0);
    }

    /** ENVCHANGE of a transaction: the number of the one that begins, and of the one that ends; 0 for none. */
    public void transaction(int setting, long begun, long ended) {
        out.u1(0xE3);
        out.u2(1 + 1 + (begun == 0 ? 0 : 8) + 1 + (ended == 0 ? 0 : 8));
        out.u1(setting);
        descriptor(begun);
        descriptor(ended);
    }

    private void descriptor(long number) {
        out.u1(number == 0 ? 0 : 8);
        if (number != 0) {
            out.i8(number);
        }
    }

    public void reset() {
        out.u1(0xE3);
        out.u2(3);
        out.u1(RESET);
        out.u2(0);
    }

    public void loggedIn(ServerVersion version, boolean strict) {
        String program = "Microsoft SQL Server";
        out.u1(0xAD);
        out.u2(1 + 4 + 1 + 2 * program.length() + 4);
        out.u1(1);
        out.i4(Integer.reverseBytes(strict ? TDS_8_0 : TDS_7_4));
        shortText(program);
        version.put(out);
    }

    /** FEATUREEXTACK that grants none of the features a client asked for. */
    public void noFeatures() {
        out.u1(0xAE);
        out.u1(0xFF);
    }

    public void returnStatus(int status) {
        out.u1(0x79);
        out.i4(status);
    }

    /** RETURNVALUE of an int. */
    public void returnValue(int ordinal, String name, int value) {
        out.u1(0xAC);
        out.u2(ordinal);
        shortText(name);
        out.u1(1);
        out.i4(0);
        out.u2(0);
        ColumnWriter column = new ColumnWriter(new ResultColumn(name, SqlType.INT, 0, 0, 0, true));
        column.putType(out);
        column.putValue(out, value);
    }

    public void endMessage() {
        out.endMessage();
    }

    public void flush() {
        out.flush();
    }

    private void shortText(String text) {
        out.u1(text.length());
        out.utf16(text);
    }
}
