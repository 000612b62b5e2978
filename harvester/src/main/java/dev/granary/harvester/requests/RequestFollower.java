package dev.granary.harvester.requests;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Waits for requests: it sleeps on the channel that whoever writes one notifies, and looks at the latest after {@link #INTERVAL}, because the
 * absence of a notification says nothing.
 */
@Component
@ConditionalOnBooleanProperty("granary.requests.enabled")
class RequestFollower implements SmartLifecycle {

    private static final Duration INTERVAL = Duration.ofSeconds(2);

    /** How often a sleep looks whether it is to end. */
    private static final Duration GLANCE = Duration.ofMillis(200);

    private static final Logger LOG = LoggerFactory.getLogger(RequestFollower.class);

    private final DataSource store;
    private final RequestDesk desk;
    private volatile boolean running;
    private volatile @Nullable Thread thread;

    RequestFollower(DataSource store, RequestDesk desk) {
        this.store = store;
        this.desk = desk;
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofVirtual().name("requests").start(this::run);
    }

    @Override
    public void stop() {
        running = false;
        var follower = thread;
        if (follower != null) {
            try {
                // An interrupt would break the connection, and the request in hand with it.
                var _ = follower.join(INTERVAL);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void run() {
        boolean failing = false;
        while (running) {
            try (var connection = store.getConnection()) {
                listen(connection);
                failing = false;
                follow(connection);
            } catch (SQLException | DataAccessException | TransactionException e) {
                if (!failing && running) {
                    LOG.warn("Requests cannot be read: {}", e.getClass().getSimpleName());
                }
                failing = true;
                pause();
            }
        }
    }

    private void follow(Connection connection) throws SQLException {
        var notifications = connection.unwrap(PGConnection.class);
        try {
            while (running) {
                boolean more = desk.takeOne();
                while (more && running) {
                    more = desk.takeOne();
                }
                sleep(notifications);
            }
        } finally {
            unlisten(connection);
        }
    }

    private void sleep(PGConnection notifications) throws SQLException {
        var woken = notifications.getNotifications((int) GLANCE.toMillis());
        for (long slept = GLANCE.toMillis();
                woken.length == 0 && running && slept < INTERVAL.toMillis();
                slept += GLANCE.toMillis()) {
            woken = notifications.getNotifications((int) GLANCE.toMillis());
        }
    }

    private static void listen(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("LISTEN granary_request");
        }
    }

    /** The connection goes back to the pool. */
    private static void unlisten(Connection connection) throws SQLException {
        if (!connection.isClosed()) {
            try (var statement = connection.createStatement()) {
                statement.execute("UNLISTEN *");
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(INTERVAL);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
