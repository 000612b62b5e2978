package dev.granary.harvester.retention;

import dev.granary.harvester.publish.GarbageLock;
import dev.granary.harvester.sql.SqlFile;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Collects one kind of content that nothing refers to: what is unreferenced is marked, what is referenced again loses its mark, and what keeps
 * it for the grace period is deleted, in batches, each in a transaction that keeps publishers out and looks at the references once more.
 */
enum Garbage {
    DEFINITIONS("definitions", null),
    PARTS("parts", null),
    TREE_NODES("nodes", "reachable_nodes");

    private static final int BATCH = 2000;
    private static final Logger LOG = LoggerFactory.getLogger(Garbage.class);

    private final String mark;
    private final String unmark;
    private final String delete;
    private final String prepare;

    Garbage(String what, @Nullable String prepare) {
        this.mark = SqlFile.read(Garbage.class, "mark_" + what);
        this.unmark = SqlFile.read(Garbage.class, "unmark_" + what);
        this.delete = SqlFile.read(Garbage.class, "delete_" + what);
        this.prepare = prepare == null ? "" : SqlFile.read(Garbage.class, prepare);
    }

    /** How many were deleted, and whether publishers kept the collector from more. */
    record Collected(long deleted, boolean interrupted) {}

    /** On one connection, which keeps temporary tables. */
    Collected collect(JdbcClient store, TransactionTemplate transaction, Instant now, Instant before) {
        prepare(store);
        store.sql(unmark).update();
        store.sql(mark).param("now", Timestamp.from(now)).update();
        long deleted = 0;
        long batch = BATCH;
        while (batch == BATCH) {
            try {
                batch = Objects.requireNonNull(transaction.execute(status -> delete(store, before)));
            } catch (DataAccessException publishers) {
                if (!GarbageLock.wasNotHad(publishers)) {
                    throw publishers;
                }
                LOG.warn("Publishers kept the collector of {} waiting: it comes again the next time", this, publishers);
                return new Collected(deleted, true);
            }
            deleted += batch;
        }
        return new Collected(deleted, false);
    }

    private long delete(JdbcClient store, Instant before) {
        GarbageLock.takeAlone(store);
        prepare(store);
        return store.sql(delete)
                .param("before", Timestamp.from(before))
                .param("batch", BATCH)
                .update();
    }

    /** What is reachable may be more by now: a new snapshot may have taken up an old node. */
    private void prepare(JdbcClient store) {
        if (!prepare.isEmpty()) {
            store.sql(prepare).update();
        }
    }
}
