package dev.granary.emulator.session;

import dev.granary.emulator.engine.Engine;
import dev.granary.emulator.faults.Faults;
import dev.granary.emulator.tds.ProtocolException;
import dev.granary.emulator.tds.ServerTls;
import dev.granary.emulator.tds.ServerVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadFactory;

/** A listening server in front of an engine. Its threads are virtual: a process that is only a server waits for something of its own. */
public final class EmulatorServer implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(EmulatorServer.class.getName());
    private static final int BACKLOG = 1024;

    private final ServerSocket listener;
    private final ServerIdentity identity;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final ThreadFactory threads;
    private final Thread acceptor;

    private EmulatorServer(ServerSocket listener, ServerIdentity identity) {
        this.listener = listener;
        this.identity = identity;
        this.threads =
                Thread.ofVirtual().name("tds-" + identity.name() + "-", 0).factory();
        this.acceptor = threads.newThread(this::accept);
    }

    public static Builder builder(Engine engine) {
        return new Builder(engine);
    }

    /** The port it listens on. */
    public int port() {
        return listener.getLocalPort();
    }

    public WireCounters counters() {
        return identity.counters();
    }

    public Faults faults() {
        return identity.faults();
    }

    /** What a client must trust that doesn't set trustServerCertificate. */
    public X509Certificate certificate() {
        return identity.tls().certificate();
    }

    /** Stops listening and ends every connection at once. */
    @Override
    public void close() {
        try {
            listener.close();
            for (Socket socket : open) {
                socket.close();
            }
            // The port is free only once the thread that waits on it has let go.
            acceptor.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new UncheckedIOException("A socket could not be closed.", e);
        }
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = listener.accept();
                threads.newThread(() -> serve(socket)).start();
            }
        } catch (IOException e) {
            if (!listener.isClosed()) {
                throw new UncheckedIOException("The emulator cannot take further connections.", e);
            }
        }
    }

    private void serve(Socket socket) {
        open.add(socket);
        try (socket) {
            if (!listener.isClosed()) {
                socket.setTcpNoDelay(true);
                new Connection(socket, identity, threads).run();
            }
        } catch (ProtocolException unreadable) {
            LOG.log(System.Logger.Level.WARNING, "A connection was ended: {0}", unreadable.getMessage());
        } catch (IOException | UncheckedIOException clientGone) {
            // Whoever asked is no longer there to be told, and the connection is closed.
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            open.remove(socket);
        }
    }

    /** How a server is to be started; everything but the engine has a default. */
    public static final class Builder {

        private final Engine engine;
        private int port;
        private String bindAddress = "127.0.0.1";
        private String name = "EMULATOR";
        private ServerVersion version = new ServerVersion(16, 0, 4135);
        private boolean plainLogins;
        private Faults faults = new Faults();
        private Duration latency = Duration.ZERO;

        private Builder(Engine engine) {
            this.engine = engine;
        }

        /** 0, the default, takes a free one. */
        public Builder port(int value) {
            port = value;
            return this;
        }

        public Builder bindAddress(String value) {
            bindAddress = value;
            return this;
        }

        /** The server's name in its errors. */
        public Builder name(String value) {
            name = value;
            return this;
        }

        public Builder version(int major, int minor, int build) {
            version = new ServerVersion(major, minor, build);
            return this;
        }

        /** Leaves logins of clients that ask for no encryption in plain text, which costs them no handshake. */
        public Builder plainLogins() {
            plainLogins = true;
            return this;
        }

        public Builder faults(Faults value) {
            faults = value;
            return this;
        }

        /** Answers every login and request so much later, while no thread works. */
        public Builder latency(Duration value) {
            latency = value;
            return this;
        }

        /** Starts it; a port that is taken is an {@link UncheckedIOException}. */
        public EmulatorServer start() {
            try {
                ServerSocket listener = new ServerSocket(port, BACKLOG, InetAddress.getByName(bindAddress));
                ServerIdentity identity = new ServerIdentity(
                        engine,
                        name,
                        version,
                        ServerTls.selfSigned(),
                        plainLogins,
                        faults,
                        latency,
                        new WireCounters());
                EmulatorServer server = new EmulatorServer(listener, identity);
                server.acceptor.start();
                return server;
            } catch (IOException e) {
                throw new UncheckedIOException("No server can listen on %s port %d.".formatted(bindAddress, port), e);
            }
        }
    }
}
