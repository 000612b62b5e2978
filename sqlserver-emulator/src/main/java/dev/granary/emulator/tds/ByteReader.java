package dev.granary.emulator.tds;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Reads the little-endian values of a message; reading past its end is a {@link ProtocolException}. */
public final class ByteReader {

    private final ByteBuffer buffer;

    ByteReader(byte[] bytes) {
        buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    public boolean hasMore() {
        return buffer.hasRemaining();
    }

    public int u1() throws ProtocolException {
        need(1);
        return buffer.get() & 0xFF;
    }

    public int u2() throws ProtocolException {
        need(2);
        return buffer.getShort() & 0xFFFF;
    }

    int i4() throws ProtocolException {
        need(4);
        return buffer.getInt();
    }

    long i8() throws ProtocolException {
        need(8);
        return buffer.getLong();
    }

    /** An unsigned number of up to eight bytes. */
    long littleEndian(int count) throws ProtocolException {
        long value = 0;
        for (int i = 0; i < count; i++) {
            value |= (long) u1() << (8 * i);
        }
        return value;
    }

    byte[] bytes(int count) throws ProtocolException {
        need(count);
        byte[] bytes = new byte[count];
        buffer.get(bytes);
        return bytes;
    }

    void skip(int count) throws ProtocolException {
        need(count);
        buffer.position(buffer.position() + count);
    }

    ByteReader at(int position) throws ProtocolException {
        if (position < 0 || position > buffer.limit()) {
            throw new ProtocolException("A message points past its end.");
        }
        buffer.position(position);
        return this;
    }

    /** Text of so many UTF-16 code units, taken as they are: a decoder would replace unpaired surrogates. */
    public String utf16(int units) throws ProtocolException {
        need(2 * units);
        ByteBuffer text = buffer.slice(buffer.position(), 2 * units).order(ByteOrder.LITTLE_ENDIAN);
        buffer.position(buffer.position() + 2 * units);
        return text.asCharBuffer().toString();
    }

    /** All that is left, as text. */
    public String rest() throws ProtocolException {
        return utf16(buffer.remaining() / 2);
    }

    /** Whether the next byte is {@code value}; it is taken if so. */
    boolean take(int value) {
        boolean found = buffer.hasRemaining() && (buffer.get(buffer.position()) & 0xFF) == value;
        if (found) {
            buffer.position(buffer.position() + 1);
        }
        return found;
    }

    private void need(int count) throws ProtocolException {
        if (count < 0 || buffer.remaining() < count) {
            throw new ProtocolException("A message is shorter than it says.");
        }
    }
}
