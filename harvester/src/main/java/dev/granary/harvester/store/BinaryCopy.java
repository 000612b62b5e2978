package dev.granary.harvester.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/**
 * Rows on their way into one table by {@code COPY ... (FORMAT binary)}, the fastest road there is. Rows gather in memory until {@link #flush},
 * since a connection that copies can do nothing else meanwhile. Source of the format: PostgreSQL's documentation of COPY.
 */
public final class BinaryCopy {

    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0};
    private static final LocalDateTime EPOCH = LocalDateTime.of(2000, 1, 1, 0, 0);

    private final String statement;
    private final int columns;
    private ByteBuffer bytes = ByteBuffer.allocate(1 << 16);
    private long rows;

    /** @param tableAndColumns the table's name and, in parentheses, the columns in the order in which rows give them */
    public BinaryCopy(String tableAndColumns) {
        this.statement = "COPY %s FROM STDIN (FORMAT binary)".formatted(tableAndColumns);
        this.columns = (int) tableAndColumns.chars().filter(c -> c == ',').count() + 1;
        clear();
    }

    /** Begins a row; the calls that follow give its values in the order of the columns. */
    public BinaryCopy row() {
        room(2).putShort((short) columns);
        rows++;
        return this;
    }

    BinaryCopy smallint(int value) {
        room(6).putInt(2).putShort((short) value);
        return this;
    }

    public BinaryCopy integer(@Nullable Integer value) {
        if (value == null) {
            return none();
        }
        room(8).putInt(4).putInt(value);
        return this;
    }

    public BinaryCopy bigint(@Nullable Long value) {
        if (value == null) {
            return none();
        }
        room(12).putInt(8).putLong(value);
        return this;
    }

    BinaryCopy bool(boolean value) {
        room(5).putInt(1).put((byte) (value ? 1 : 0));
        return this;
    }

    public BinaryCopy text(@Nullable String value) {
        return value == null ? none() : bytes(value.getBytes(UTF_8));
    }

    BinaryCopy bytes(byte @Nullable [] value) {
        if (value == null) {
            return none();
        }
        room(4 + value.length).putInt(value.length).put(value);
        return this;
    }

    BinaryCopy timestamp(@Nullable LocalDateTime value) {
        if (value == null) {
            return none();
        }
        room(12).putInt(8).putLong(ChronoUnit.MICROS.between(EPOCH, value));
        return this;
    }

    private BinaryCopy none() {
        room(4).putInt(-1);
        return this;
    }

    /** The bytes that have gathered. */
    public int size() {
        return bytes.position();
    }

    /** Sends what has gathered; returns how many rows that were. */
    public long flush(Connection connection) throws SQLException {
        if (rows == 0) {
            return 0;
        }
        room(2).putShort((short) -1);
        var copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(statement);
        try {
            copy.writeToCopy(bytes.array(), 0, bytes.position());
            copy.endCopy();
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
        long sent = rows;
        clear();
        return sent;
    }

    /** Forgets what has gathered. */
    void clear() {
        bytes.clear();
        bytes.put(SIGNATURE).putInt(0).putInt(0);
        rows = 0;
    }

    private ByteBuffer room(int more) {
        if (bytes.remaining() < more) {
            var grown = ByteBuffer.allocate(Math.max(bytes.capacity() * 2, bytes.position() + more));
            bytes.flip();
            bytes = grown.put(bytes);
        }
        return bytes;
    }
}
