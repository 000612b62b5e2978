package dev.granary.emulator.tds;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.function.LongConsumer;

/**
 * Lays values straight into packets, several of which leave in one write. The client being gone shows as an
 * {@link UncheckedIOException}, so that an engine can hand rows over without knowing of sockets.
 */
public final class PacketWriter {

    private static final VarHandle SHORTS =
            MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int BUFFER = 32 * 1024;
    private static final int SMALLEST = 512;
    private static final int LARGEST = 32_767;

    private final byte[] buffer = new byte[BUFFER];
    private final LongConsumer written;
    private OutputStream out;
    private int packetSize = 4096;
    private int nextPacketSize = packetSize;
    private int start;
    private int position;
    private int limit;
    private int packetId;
    private int type = Message.REPLY;

    /** Writes to {@code out} and tells {@code written} the length of every write. */
    public PacketWriter(OutputStream out, LongConsumer written) {
        this.out = out;
        this.written = written;
        openPacket(0);
    }

    public void writeTo(OutputStream target) {
        out = target;
    }

    /** The size of packets from the next message on: the one wished for, within what TDS allows; 0 leaves it. */
    public int nextPacketSize(int wished) {
        nextPacketSize = wished == 0 ? packetSize : Math.clamp(wished, SMALLEST, LARGEST);
        return nextPacketSize;
    }

    /** Sets the type of the next message; later ones are replies again. */
    void type(int next) {
        type = next;
    }

    void u1(int value) {
        if (position == limit) {
            nextPacket();
        }
        buffer[position++] = (byte) value;
    }

    void u2(int value) {
        if (limit - position >= 2) {
            SHORTS.set(buffer, position, (short) value);
            position += 2;
        } else {
            u1(value);
            u1(value >> 8);
        }
    }

    void i4(int value) {
        if (limit - position >= 4) {
            INTS.set(buffer, position, value);
            position += 4;
        } else {
            u2(value);
            u2(value >> 16);
        }
    }

    void i8(long value) {
        if (limit - position >= 8) {
            LONGS.set(buffer, position, value);
            position += 8;
        } else {
            i4((int) value);
            i4((int) (value >> 32));
        }
    }

    /** The lowest {@code count} bytes of the value, the least significant first. */
    void littleEndian(long value, int count) {
        long rest = value;
        for (int i = 0; i < count; i++) {
            u1((int) rest);
            rest >>= 8;
        }
    }

    void bytes(byte[] source) {
        int from = 0;
        while (from < source.length) {
            if (position == limit) {
                nextPacket();
            }
            int count = Math.min(limit - position, source.length - from);
            System.arraycopy(source, from, buffer, position, count);
            position += count;
            from += count;
        }
    }

    /** UTF-16 code units as they are: an unpaired surrogate or U+0000 passes unharmed. */
    void utf16(String text) {
        int from = 0;
        int length = text.length();
        while (from < length) {
            int count = Math.min((limit - position) >> 1, length - from);
            if (count == 0) {
                u2(text.charAt(from++));
                continue;
            }
            byte[] target = buffer;
            int at = position;
            for (int end = from + count; from < end; from++) {
                SHORTS.set(target, at, (short) text.charAt(from));
                at += 2;
            }
            position = at;
        }
    }

    void cp1252(String text) {
        for (int i = 0; i < text.length(); i++) {
            u1(Cp1252.encode(text.charAt(i)));
        }
    }

    /** Ends the message and sends all of it. */
    public void endMessage() {
        closePacket(Message.END_OF_MESSAGE);
        send(position);
        packetId = 0;
        type = Message.REPLY;
        packetSize = nextPacketSize;
        openPacket(0);
    }

    /** Sends what has been put so far, in the middle of a message. */
    public void flush() {
        if (position > start + Message.HEADER_LENGTH) {
            closePacket(0);
            send(position);
            openPacket(0);
        } else {
            send(start);
            openPacket(0);
        }
    }

    private void nextPacket() {
        closePacket(0);
        int next = position;
        if (next + packetSize > buffer.length) {
            send(next);
            next = 0;
        }
        openPacket(next);
    }

    private void openPacket(int at) {
        start = at;
        position = at + Message.HEADER_LENGTH;
        limit = at + packetSize;
    }

    private void closePacket(int status) {
        int length = position - start;
        buffer[start] = (byte) type;
        buffer[start + 1] = (byte) status;
        buffer[start + 2] = (byte) (length >> 8);
        buffer[start + 3] = (byte) length;
        buffer[start + 4] = 0;
        buffer[start + 5] = 0;
        buffer[start + 6] = (byte) ++packetId;
        buffer[start + 7] = 0;
    }

    private void send(int count) {
        if (count == 0) {
            return;
        }
        try {
            out.write(buffer, 0, count);
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        written.accept(count);
    }
}
