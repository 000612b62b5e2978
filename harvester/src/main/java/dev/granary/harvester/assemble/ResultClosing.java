package dev.granary.harvester.assemble;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Closes a statement. Closing one whose result was not read to its end reads the rest: the server is told first that nobody wants it, and where
 * it goes on all the same, the connection is thrown away.
 */
final class ResultClosing implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ResultClosing.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Connection connection;
    private final Statement statement;
    private boolean read;

    ResultClosing(Connection connection, Statement statement) {
        this.connection = connection;
        this.statement = statement;
    }

    /** The result was read to its end. */
    void wasRead() {
        read = true;
    }

    @Override
    public void close() throws SQLException {
        if (read) {
            statement.close();
            return;
        }
        var closed = new CountDownLatch(1);
        Thread.ofVirtual().name("result-closing").start(() -> {
            try {
                cancelAndClose();
            } finally {
                closed.countDown();
            }
        });
        if (!within(PATIENCE, closed)) {
            connection.abort(Runnable::run);
        }
    }

    /** What fails here says less than what ended the reading; whether the connection is of further use shows at its next statement. */
    private void cancelAndClose() {
        try (statement) {
            statement.cancel();
        } catch (SQLException e) {
            LOG.debug("A result that was given up did not close in order", e);
        }
    }

    private static boolean within(Duration patience, CountDownLatch closed) {
        try {
            return closed.await(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
