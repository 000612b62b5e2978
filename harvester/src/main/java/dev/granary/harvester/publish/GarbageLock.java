package dev.granary.harvester.publish;

import org.springframework.dao.CannotAcquireLockException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Keeps publishers and the collector of garbage apart. Any number of publishers hold it while they refer to content that they found stored; the
 * collector takes it alone for each batch, so that nothing disappears between being found and being referred to.
 */
public final class GarbageLock implements AutoCloseable {

    /** The key of the lock among PostgreSQL's advisory locks. */
    private static final String KEY = "hashtextextended('granary.garbage', 0)";

    /** The state of an error after which everything is done once more, as PostgreSQL has it for colliding transactions. */
    static final String COLLISION = "40001";

    private final JdbcClient store;

    private GarbageLock(JdbcClient store) {
        this.store = store;
    }

    /** Waits for the collector's batch to end, and keeps it out until closed; for a connection that stays the same. */
    static GarbageLock keepOut(JdbcClient store) {
        store.sql("SELECT pg_advisory_lock_shared(" + KEY + ")")
                .query((row, n) -> true)
                .single();
        return new GarbageLock(store);
    }

    /**
     * Waits for publishers to end and keeps all out to the end of the transaction.
     *
     * @throws CannotAcquireLockException if one of them takes longer than a few seconds; the transaction is lost then
     */
    public static void takeAlone(JdbcClient store) {
        store.sql("SET LOCAL lock_timeout = '5s'").update();
        store.sql("SELECT pg_advisory_xact_lock(" + KEY + ")")
                .query((row, n) -> true)
                .single();
    }

    @Override
    public void close() {
        store.sql("SELECT pg_advisory_unlock_shared(" + KEY + ")")
                .query((row, n) -> true)
                .single();
    }
}
