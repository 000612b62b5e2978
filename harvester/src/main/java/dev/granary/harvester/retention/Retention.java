package dev.granary.harvester.retention;

import dev.granary.harvester.sql.SqlFile;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/** Lets go what the policy keeps no longer; one process at a time. */
public final class Retention {

    private static final String ONE_AT_A_TIME = "hashtextextended('granary.retention', 0)";
    private static final String DELETE_WORK = SqlFile.read(Retention.class, "delete_work");
    private static final String DELETE_RUN_SERVERS = SqlFile.read(Retention.class, "delete_run_servers");

    /** Deleted in one transaction. */
    private static final int WORK_ROWS = 20_000;

    private final DataSource store;
    private final RetentionPolicy policy;
    private final Clock clock;

    public Retention(DataSource store, RetentionPolicy policy, Clock clock) {
        this.store = store;
        this.policy = policy;
        this.clock = clock;
    }

    /**
     * Thins, collects and drops.
     *
     * @throws IllegalStateException if another process is at it
     */
    public RetentionReport run() {
        return onOneConnection(this::letGo);
    }

    /** What {@link #run} would do now, found out by doing it in a transaction that is rolled back; content that became garbage only by that is not counted. */
    public RetentionReport dryRun() {
        return onOneConnection((client, transaction) -> {
            var report = transaction.execute(status -> {
                status.setRollbackOnly();
                return rehearse(client, clock.instant());
            });
            return Objects.requireNonNull(report);
        });
    }

    private RetentionReport letGo(JdbcClient client, TransactionTemplate transaction) {
        var now = clock.instant();
        var thinning = new Thinning(client, policy);
        long snapshots = thinning.thin(now);
        long placements = thinning.deletePlacements();
        var grace = now.minus(policy.grace());
        var definitions = Garbage.DEFINITIONS.collect(client, transaction, now, grace);
        var parts = Garbage.PARTS.collect(client, transaction, now, grace);
        var nodes = Garbage.TREE_NODES.collect(client, transaction, now, grace);
        return new RetentionReport(
                false,
                snapshots,
                placements,
                definitions.deleted(),
                parts.deleted(),
                nodes.deleted(),
                deleteWork(client, now),
                retireMeasures(client, now),
                definitions.interrupted() || parts.interrupted() || nodes.interrupted());
    }

    private RetentionReport rehearse(JdbcClient client, Instant now) {
        var thinning = new Thinning(client, policy);
        long snapshots = thinning.thin(now);
        long placements = thinning.deletePlacements();
        var grace = Timestamp.from(now.minus(policy.grace()));
        return new RetentionReport(
                true,
                snapshots,
                placements,
                marked(client, "unreferenced_definition", grace),
                marked(client, "unreferenced_part", grace),
                marked(client, "unreferenced_node", grace),
                deleteWork(client, now),
                retireMeasures(client, now),
                false);
    }

    private static long marked(JdbcClient client, String table, Timestamp before) {
        return client.sql("SELECT count(*) FROM granary.%s WHERE since < ?".formatted(table))
                .param(before)
                .query(Long.class)
                .single();
    }

    private long deleteWork(JdbcClient client, Instant now) {
        var before = Timestamp.from(RetentionPolicy.before(now, policy.runs()));
        client.sql(DELETE_RUN_SERVERS).param("before", before).update();
        long all = 0;
        int deleted = WORK_ROWS;
        while (deleted == WORK_ROWS) {
            deleted = client.sql(DELETE_WORK)
                    .param("before", before)
                    .param("unchanged", Timestamp.from(RetentionPolicy.before(now, policy.unchanged())))
                    .param("batch", WORK_ROWS)
                    .update();
            all += deleted;
        }
        return all;
    }

    private List<String> retireMeasures(JdbcClient client, Instant now) {
        return client.sql("SELECT p FROM granary.retire_measures(?) AS p")
                .param(Timestamp.from(RetentionPolicy.before(now, policy.measures())))
                .query((row, n) -> row.getString(1))
                .list();
    }

    private interface Work {
        RetentionReport on(JdbcClient client, TransactionTemplate transaction);
    }

    private RetentionReport onOneConnection(Work work) {
        try (var connection = store.getConnection()) {
            var single = new SingleConnectionDataSource(connection, true);
            var client = JdbcClient.create(single);
            if (!ask(client, "pg_try_advisory_lock")) {
                throw new IllegalStateException(
                        "Another process is at retention: look at it again when that is through");
            }
            try {
                return work.on(client, new TransactionTemplate(new DataSourceTransactionManager(single)));
            } finally {
                ask(client, "pg_advisory_unlock");
            }
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("No connection to the store", e);
        }
    }

    private static boolean ask(JdbcClient client, String function) {
        return client.sql("SELECT " + function + "(" + ONE_AT_A_TIME + ")")
                .query(Boolean.class)
                .single();
    }
}
