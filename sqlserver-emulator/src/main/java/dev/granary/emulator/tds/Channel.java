package dev.granary.emulator.tds;

import dev.granary.emulator.tds.PreLogin.Encryption;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.function.LongConsumer;

/** The two directions of a connection, under whatever encryption its first messages agree on. */
public final class Channel {

    private static final int TLS_HANDSHAKE = 0x16;

    private final BufferedInputStream in;
    private final OutputStream out;
    private final PacketReader reader;
    private final PacketWriter writer;
    private boolean strict;

    public Channel(InputStream in, OutputStream out, LongConsumer written) {
        this.in = new BufferedInputStream(in, 16 * 1024);
        this.out = out;
        this.reader = new PacketReader(this.in);
        this.writer = new PacketWriter(out, written);
    }

    public PacketReader reader() {
        return reader;
    }

    public PacketWriter writer() {
        return writer;
    }

    /** Whether the connection speaks TDS 8, inside TLS from its first byte. */
    public boolean strict() {
        return strict;
    }

    /** Agrees on encryption and reads the login. */
    public LoginRequest open(ServerTls tls, ServerVersion version, boolean plainLogins) throws IOException {
        strict = firstByte() == TLS_HANDSHAKE;
        if (strict) {
            TlsLayer layer = new TlsLayer(tls.strict());
            layer.handshake(in, out);
            reader.readFrom(layer.input(in));
            writer.writeTo(layer.output(out));
        }
        Encryption wished = PreLogin.read(expect(Message.PRELOGIN)).encryption();
        Encryption agreed = wished == Encryption.LOGIN_ONLY && plainLogins ? Encryption.NONE : wished;
        PreLogin.answer(writer, version, agreed);
        if (!strict && agreed != Encryption.NONE) {
            tunnel(new TlsLayer(tls.tunnelled()), agreed);
        }
        return LoginRequest.read(expect(Message.LOGIN));
    }

    private void tunnel(TlsLayer layer, Encryption agreed) throws IOException {
        layer.handshake(new Unwrapped(), new Wrapped());
        if (agreed == Encryption.ALL) {
            reader.readFrom(layer.input(in));
            writer.writeTo(layer.output(out));
        } else {
            reader.readOnePacketFrom(layer.input(in));
        }
    }

    /** Reads until the client hangs up, and answers nothing. */
    public void starve() throws IOException {
        in.transferTo(OutputStream.nullOutputStream());
    }

    private int firstByte() throws IOException {
        in.mark(1);
        int first = in.read();
        in.reset();
        return first;
    }

    private Message expect(int type) throws IOException {
        Message message = reader.next();
        if (message == null) {
            throw new EOFException("The client hung up before its login.");
        }
        if (message.type() != type) {
            throw new ProtocolException(
                    "A message of type %d came in place of type %d.".formatted(message.type(), type));
        }
        return message;
    }

    /** The client's flights, out of their PRELOGIN packets. */
    private final class Unwrapped extends InputStream {

        private byte[] flight = {};
        private int position;

        @Override
        public int read() throws IOException {
            fill();
            return flight[position++] & 0xFF;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            if (length > 0) {
                fill();
            }
            int count = Math.min(length, flight.length - position);
            System.arraycopy(flight, position, target, offset, count);
            position += count;
            return count;
        }

        private void fill() throws IOException {
            while (position == flight.length) {
                flight = expect(Message.PRELOGIN).payload();
                position = 0;
            }
        }
    }

    /** The server's flights, one PRELOGIN message each. */
    private final class Wrapped extends ByteArrayOutputStream {

        @Override
        public void flush() {
            if (size() > 0) {
                writer.type(Message.PRELOGIN);
                writer.bytes(toByteArray());
                writer.endMessage();
                reset();
            }
        }
    }
}
