package dev.granary.emulator.tds;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;

/**
 * TLS over streams, a record at a time and never reading ahead of one: after a login-only handshake the stream goes on in
 * plain text right behind a record.
 */
final class TlsLayer {

    private static final int RECORD_HEADER = 5;
    private static final int RECORD_MOST = 33 * 1024;

    private final SSLEngine engine;
    private final ByteBuffer received = ByteBuffer.allocate(RECORD_MOST).limit(0);
    private final ByteBuffer opened = ByteBuffer.allocate(RECORD_MOST).limit(0);
    private final ByteBuffer sealed = ByteBuffer.allocate(RECORD_MOST);

    TlsLayer(SSLEngine engine) {
        this.engine = engine;
    }

    /** Shakes hands over these streams; each flight is one write followed by a flush. */
    void handshake(InputStream in, OutputStream out) throws IOException {
        engine.beginHandshake();
        HandshakeStatus status = engine.getHandshakeStatus();
        while (status != HandshakeStatus.NOT_HANDSHAKING && status != HandshakeStatus.FINISHED) {
            switch (status) {
                case NEED_TASK -> engine.getDelegatedTask().run();
                case NEED_WRAP -> seal(ByteBuffer.allocate(0), out);
                default -> {
                    out.flush();
                    if (!open(in)) {
                        throw new EOFException("The client hung up during the TLS handshake.");
                    }
                }
            }
            status = engine.getHandshakeStatus();
        }
        out.flush();
    }

    InputStream input(InputStream in) {
        return new InputStream() {
            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) == -1 ? -1 : one[0] & 0xFF;
            }

            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                while (length > 0 && !opened.hasRemaining()) {
                    if (!open(in)) {
                        return -1;
                    }
                }
                int count = Math.min(length, opened.remaining());
                opened.get(target, offset, count);
                return count;
            }
        };
    }

    OutputStream output(OutputStream out) {
        return new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                write(new byte[] {(byte) b}, 0, 1);
            }

            @Override
            public void write(byte[] source, int offset, int length) throws IOException {
                ByteBuffer plain = ByteBuffer.wrap(source, offset, length);
                while (plain.hasRemaining()) {
                    seal(plain, out);
                }
            }

            @Override
            public void flush() throws IOException {
                out.flush();
            }
        };
    }

    private void seal(ByteBuffer plain, OutputStream out) throws IOException {
        sealed.clear();
        SSLEngineResult result = engine.wrap(plain, sealed);
        if (result.getStatus() != SSLEngineResult.Status.OK) {
            throw new EOFException("The client closed TLS.");
        }
        out.write(sealed.array(), 0, sealed.position());
    }

    /** Opens the next record; false when the client has hung up. */
    private boolean open(InputStream in) throws IOException {
        if (!received.hasRemaining() && !readRecord(in)) {
            return false;
        }
        opened.clear();
        SSLEngineResult result = engine.unwrap(received, opened);
        opened.flip();
        return result.getStatus() == SSLEngineResult.Status.OK;
    }

    private boolean readRecord(InputStream in) throws IOException {
        byte[] record = received.array();
        if (in.readNBytes(record, 0, RECORD_HEADER) != RECORD_HEADER) {
            return false;
        }
        int length = ((record[3] & 0xFF) << 8) | (record[4] & 0xFF);
        if (RECORD_HEADER + length > record.length || in.readNBytes(record, RECORD_HEADER, length) != length) {
            return false;
        }
        received.position(0).limit(RECORD_HEADER + length);
        return true;
    }
}
