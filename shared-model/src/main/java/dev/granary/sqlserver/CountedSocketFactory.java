package dev.granary.sqlserver;

import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.SocketFactory;

/**
 * Makes the driver's sockets, whose traffic the meter of the thread that connects counts. The driver creates this class by its name, so it must be
 * public and cannot be told anything: the meter is bound to the thread for the time of connecting.
 */
public final class CountedSocketFactory extends SocketFactory {

    static final ScopedValue<SourceMeter> METER = ScopedValue.newInstance();

    @Override
    public Socket createSocket() {
        return METER.isBound() ? new CountedSocket(METER.get()) : new Socket();
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return new Socket(host, port);
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) throws IOException {
        return new Socket(host, port, localHost, localPort);
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return new Socket(host, port);
    }

    @Override
    public Socket createSocket(InetAddress address, int port, InetAddress localAddress, int localPort)
            throws IOException {
        return new Socket(address, port, localAddress, localPort);
    }

    /** What is read after something was written ends a round trip, encrypted or not. */
    private static final class CountedSocket extends Socket {
        private final SourceMeter meter;
        private final AtomicBoolean asked = new AtomicBoolean();

        CountedSocket(SourceMeter meter) {
            this.meter = meter;
        }

        @Override
        public InputStream getInputStream() throws IOException {
            return new FilterInputStream(super.getInputStream()) {
                @Override
                public int read() throws IOException {
                    byte[] one = new byte[1];
                    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
                }

                @Override
                public int read(byte[] bytes, int offset, int length) throws IOException {
                    long from = System.nanoTime();
                    int read = -1;
                    try {
                        read = in.read(bytes, offset, length);
                    } finally {
                        meter.received(read, System.nanoTime() - from, read > 0 && asked.getAndSet(false));
                    }
                    return read;
                }
            };
        }

        @Override
        public OutputStream getOutputStream() throws IOException {
            return new FilterOutputStream(super.getOutputStream()) {
                @Override
                public void write(int one) throws IOException {
                    write(new byte[] {(byte) one}, 0, 1);
                }

                @Override
                public void write(byte[] bytes, int offset, int length) throws IOException {
                    asked.set(true);
                    out.write(bytes, offset, length);
                    meter.sent(length);
                }
            };
        }
    }
}
