package dev.granary.harvester.publish;

import java.sql.SQLException;
import org.springframework.dao.DataAccessException;
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

    /** PostgreSQL's word for a lock that was not to be had in time, which Spring has no exception for. */
    private static final String NOT_IN_TIME = "55P03";

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
     * Waits for publishers to end and keeps all out to the end of the transaction. Where one of them takes longer than a few seconds, it throws what
     * {@link #wasNotHad} tells, and the transaction is lost.
     */
    public static void takeAlone(JdbcClient store) {
        store.sql("SET LOCAL lock_timeout = '5s'").update();
        store.sql("SELECT pg_advisory_xact_lock(" + KEY + ")")
                .query((row, n) -> true)
                .single();
    }

    /** Whether a transaction failed because this lock, or one on what it was to delete, was not to be had in time. */
    public static boolean wasNotHad(DataAccessException failed) {
        return failed.getMostSpecificCause() instanceof SQLException error && NOT_IN_TIME.equals(error.getSQLState());
    }

    @Override
    public void close() {
        store.sql("SELECT pg_advisory_unlock_shared(" + KEY + ")")
                .query((row, n) -> true)
                .single();
    }
}
