package dev.granary.emulator.tds;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Reads the client's packets and puts messages together. */
public final class PacketReader {

    private final byte[] header = new byte[Message.HEADER_LENGTH];
    private InputStream in;
    private @Nullable InputStream inAfterNextPacket;

    public PacketReader(InputStream in) {
        this.in = in;
    }

    public void readFrom(InputStream source) {
        in = source;
    }

    /** Takes one packet from {@code source} and the rest from where it read before: TLS that covers the login packet only. */
    public void readOnePacketFrom(InputStream source) {
        inAfterNextPacket = in;
        in = source;
    }

    /** The next message, or null when the client has hung up between messages. */
    public @Nullable Message next() throws IOException {
        if (!readHeader()) {
            return null;
        }
        int type = header[0];
        int firstStatus = header[1];
        byte[] payload = readPayload();
        if (!ends()) {
            payload = readOn(type, payload);
        }
        boolean reset = (firstStatus & (Message.RESET | Message.RESET_KEEPING_TRANSACTION)) != 0;
        return new Message(type, reset, (header[1] & Message.IGNORE) != 0, payload);
    }

    private byte[] readOn(int type, byte[] first) throws IOException {
        ByteArrayOutputStream whole = new ByteArrayOutputStream(4 * first.length);
        whole.writeBytes(first);
        do {
            if (!readHeader()) {
                throw new EOFException("The connection ended within a message.");
            }
            if (header[0] != type) {
                throw new ProtocolException(
                        "A packet of type %d came within a message of type %d.".formatted(header[0], type));
            }
            whole.writeBytes(readPayload());
        } while (!ends());
        return whole.toByteArray();
    }

    private boolean ends() {
        return (header[1] & Message.END_OF_MESSAGE) != 0;
    }

    private boolean readHeader() throws IOException {
        int read = in.readNBytes(header, 0, header.length);
        if (read != 0 && read != header.length) {
            throw new EOFException("The connection ended within a packet header.");
        }
        return read != 0;
    }

    private byte[] readPayload() throws IOException {
        int length = ((header[2] & 0xFF) << 8) | (header[3] & 0xFF);
        if (length < Message.HEADER_LENGTH) {
            throw new ProtocolException("A packet says it is " + length + " bytes long.");
        }
        byte[] payload = in.readNBytes(length - Message.HEADER_LENGTH);
        if (payload.length != length - Message.HEADER_LENGTH) {
            throw new EOFException("The connection ended within a packet.");
        }
        if (inAfterNextPacket != null) {
            in = inAfterNextPacket;
            inAfterNextPacket = null;
        }
        return payload;
    }
}
