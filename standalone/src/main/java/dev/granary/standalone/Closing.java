package dev.granary.standalone;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What was started, to be closed once in the opposite order, whether a start failed half-way or a signal ended it all. */
final class Closing implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Closing.class);

    private final Deque<Started> started = new ArrayDeque<>();
    private boolean closed;

    /** @throws IllegalStateException when everything is being closed already; then the newcomer is closed at once */
    synchronized <T extends Closeable> T add(String name, T part) {
        if (closed) {
            close(new Started(name, part));
            throw new IllegalStateException("Stopping");
        }
        started.push(new Started(name, part));
        return part;
    }

    @Override
    public synchronized void close() {
        closed = true;
        while (!started.isEmpty()) {
            close(started.pop());
        }
    }

    /** One part that does not close must not keep the others, PostgreSQL above all, from being closed. */
    private static void close(Started part) {
        try {
            part.resource().close();
        } catch (IOException | RuntimeException e) {
            LOG.warn("{} did not close cleanly", part.name(), e);
        }
    }

    private record Started(String name, Closeable resource) {}
}
