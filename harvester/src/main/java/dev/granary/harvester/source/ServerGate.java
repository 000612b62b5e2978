package dev.granary.harvester.source;

import dev.granary.registry.RegisteredServer;
import dev.granary.sqlserver.SourceCost;
import dev.granary.sqlserver.SourceMeter;
import dev.granary.sqlserver.SourceSession;
import dev.granary.sqlserver.SqlServerConnections;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Deque;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The connections of one server. */
final class ServerGate {

    private static final Logger LOG = LoggerFactory.getLogger(ServerGate.class);

    private final RegisteredServer server;
    private final SqlServerConnections connections;
    private final Semaphore limit;
    private final Deque<Idle> idle = new ConcurrentLinkedDeque<>();
    private final Set<SourceSession> lent = ConcurrentHashMap.newKeySet();
    private final AtomicInteger users = new AtomicInteger();

    private final SourceMeter.Toll pace;

    /** @param since by System.nanoTime */
    private record Idle(SourceSession session, long since) {}

    /** @param pace asked before each statement */
    ServerGate(RegisteredServer server, SqlServerConnections connections, SourceMeter.Toll pace) {
        this.server = server;
        this.connections = connections;
        this.pace = pace;
        this.limit = new Semaphore(server.settings().limits().connections(), true);
    }

    /** Whoever is about to borrow enters first, so that nobody takes the gate for unused. */
    ServerGate enter() {
        users.incrementAndGet();
        return this;
    }

    /** For who has entered, and leaves by giving the session back or by failing to get one. */
    BorrowedSession borrow() throws SQLException {
        limit.acquireUninterruptibly();
        @Nullable SourceSession session = null;
        try {
            session = lastUsed();
            var before = session == null ? SourceCost.NONE : session.meter().cost();
            if (session == null) {
                session = connections.session(server.settings(), server.credential());
            }
            lent.add(session);
            return new BorrowedSession(this, session, before, pace);
        } finally {
            if (session == null) {
                leave();
            }
        }
    }

    void giveBack(SourceSession session, boolean broken) {
        try {
            lent.remove(session);
            if (broken || isSpent(session)) {
                discard(session);
            } else {
                idle.push(new Idle(session, System.nanoTime()));
            }
        } finally {
            leave();
        }
    }

    boolean hasIdle() {
        return !idle.isEmpty();
    }

    boolean isUnused() {
        return users.get() == 0 && idle.isEmpty();
    }

    void closeIdle() {
        for (@Nullable SourceSession session = lastUsed(); session != null; session = lastUsed()) {
            discard(session);
        }
    }

    /** Closes what nobody has used for that long. */
    void closeIdle(Duration longest) {
        for (@Nullable Idle last = idle.peekLast(); last != null && isOlder(last, longest); last = idle.peekLast()) {
            if (idle.removeLastOccurrence(last)) {
                discard(last.session());
            }
        }
    }

    private static boolean isOlder(Idle idle, Duration age) {
        return System.nanoTime() - idle.since() > age.toNanos();
    }

    /** So that those that are not needed grow old. */
    private @Nullable SourceSession lastUsed() {
        var last = idle.poll();
        return last == null ? null : last.session();
    }

    void closeAll() {
        closeIdle();
        lent.forEach(this::discard);
    }

    private void leave() {
        limit.release();
        users.decrementAndGet();
    }

    /** A session left in the middle of a transaction is as good as broken. */
    private static boolean isSpent(SourceSession session) {
        try {
            return session.connection().isClosed() || !session.connection().getAutoCommit();
        } catch (SQLException e) {
            return true;
        }
    }

    private void discard(SourceSession session) {
        try {
            session.close();
        } catch (SQLException e) {
            LOG.debug("A connection to {} did not close in order", server.name(), e);
        }
    }
}
