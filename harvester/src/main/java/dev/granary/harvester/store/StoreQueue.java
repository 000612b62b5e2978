package dev.granary.harvester.store;

import java.sql.SQLException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * Lets the store work while the source is read on: steps run one after another on a thread of their own, which alone uses the connection, and
 * no more than one waits behind the one that runs, so that memory stays bounded.
 */
final class StoreQueue implements AutoCloseable {

    private final ExecutorService thread =
            Executors.newSingleThreadExecutor(Thread.ofVirtual().name("store").factory());
    private @Nullable Future<?> running;

    /** Something to be done with the connection. */
    interface Step {
        void run() throws SQLException;
    }

    /**
     * Starts the step once those before it are through.
     *
     * @throws StoreFailure when one of those failed
     */
    void submit(Step step) {
        drain();
        running = thread.submit(() -> {
            step.run();
            return null;
        });
    }

    /** Returns when nothing runs any more. */
    void drain() {
        var last = running;
        running = null;
        if (last == null) {
            return;
        }
        try {
            last.get();
        } catch (ExecutionException e) {
            throw switch (e.getCause()) {
                case SQLException sql -> new StoreFailure(sql);
                case RuntimeException bug -> bug;
                case null, default -> new IllegalStateException(e);
            };
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreFailure(new SQLException("Interrupted while the store was at work", e));
        }
    }

    /** Waits for the step that runs: after that the connection is the caller's again. */
    @Override
    public void close() {
        thread.close();
    }
}
