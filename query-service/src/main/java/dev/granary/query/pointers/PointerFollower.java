package dev.granary.query.pointers;

import dev.granary.query.store.Unpooled;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Keeps the pointers current over a connection of its own: it sleeps on the channel that publishers notify and asks again at the latest after
 * {@link #INTERVAL}, because a notification says that something changed, and its absence says nothing.
 */
@Component
class PointerFollower implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(PointerFollower.class);
    private static final Duration FIRST_READ = Duration.ofSeconds(5);
    private static final Duration INTERVAL = Duration.ofMillis(250);

    private final Unpooled store;
    private final PointerReader reader;
    private final Pointers pointers;
    private final CountDownLatch firstRead = new CountDownLatch(1);
    private volatile boolean running;
    private volatile @Nullable Thread thread;

    PointerFollower(Unpooled store, PointerReader reader, Pointers pointers) {
        this.store = store;
        this.reader = reader;
        this.pointers = pointers;
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofVirtual().name("pointers").start(this::run);
        try {
            // So that the first request finds pointers. If PostgreSQL is gone by now, health says so.
            var _ = firstRead.await(FIRST_READ.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** Before the web server, which starts near the end. */
    @Override
    public int getPhase() {
        return 0;
    }

    @Override
    public void stop() {
        running = false;
        var follower = thread;
        if (follower != null) {
            follower.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void run() {
        boolean failing = false;
        while (running) {
            try (var connection = store.open()) {
                listen(connection);
                failing = follow(connection, failing);
            } catch (SQLException | DataAccessException e) {
                if (!failing && running) {
                    LOG.warn("Cannot read what is current: {}", e.getClass().getSimpleName());
                }
                failing = true;
                pause();
            }
        }
    }

    private boolean follow(Connection connection, boolean failing) throws SQLException {
        var notifications = connection.unwrap(PGConnection.class);
        String known = null;
        while (running) {
            var state = reader.state(connection);
            if (state.equals(known)) {
                pointers.confirm();
            } else {
                pointers.replace(reader.readAll(connection));
                known = state;
                firstRead.countDown();
            }
            if (failing) {
                LOG.info("Reading what is current again");
                failing = false;
            }
            notifications.getNotifications((int) INTERVAL.toMillis());
        }
        return failing;
    }

    private static void listen(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("LISTEN granary_published");
        }
    }

    private static void pause() {
        try {
            Thread.sleep(INTERVAL);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
