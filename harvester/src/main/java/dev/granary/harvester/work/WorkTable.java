package dev.granary.harvester.work;

import dev.granary.content.StoredText;
import dev.granary.harvester.sql.SqlFile;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of {@code granary.work}: what a run still has to read, and who reads it. */
@Component
public class WorkTable {

    /** How long a lease lasts unless it is extended. */
    static final Duration LEASE = Duration.ofSeconds(60);

    /** How often a database is tried in one run. */
    static final int ATTEMPTS = 3;

    private static final String LEASE_ONE = SqlFile.read(WorkTable.class, "lease-work");
    private static final String ENQUEUE = SqlFile.read(WorkTable.class, "enqueue-work");
    private static final String SKIP = SqlFile.read(WorkTable.class, "skip-work");
    private static final String LEAVE = SqlFile.read(WorkTable.class, "leave-work");
    private static final String FAIL = SqlFile.read(WorkTable.class, "fail-work");
    private static final String RETRY = SqlFile.read(WorkTable.class, "retry-work");
    private static final String RELEASE = SqlFile.read(WorkTable.class, "release-work");
    private static final String REQUEUE = SqlFile.read(WorkTable.class, "requeue-work");
    private static final String PROGRESS = SqlFile.read(WorkTable.class, "work-progress");

    private final JdbcClient store;

    public WorkTable(DataSource store) {
        this.store = JdbcClient.create(store);
    }

    public void enqueue(long run, int database) {
        store.sql(ENQUEUE).param("run", run).param("database", database).update();
    }

    public void skip(long run, int database, String code, String reason) {
        store.sql(SKIP)
                .param("run", run)
                .param("database", database)
                .param("code", code)
                .param("reason", StoredText.encode(reason))
                .update();
    }

    /** The right to the next database; empty if every open one is leased, rests after a failure, or waits for its server. */
    Optional<Lease> lease(long run, String owner) {
        return store.sql(LEASE_ONE)
                .param("run", run)
                .param("owner", owner)
                .param("leaseSeconds", LEASE.toSeconds())
                .query((row, number) -> new Lease(
                        row.getLong("run_id"),
                        row.getInt("database_id"),
                        row.getString("server"),
                        StoredText.decode(row.getString("database")),
                        row.getString("owner"),
                        row.getLong("fence")))
                .optional();
    }

    /** False if the lease is no longer its holder's. */
    boolean extend(Lease lease) {
        return of(
                                lease,
                                "UPDATE granary.work SET lease_until = now() + make_interval(secs => :leaseSeconds)"
                                        + " WHERE run_id = :run AND database_id = :database AND state = 'leased' AND fence = :fence")
                        .param("leaseSeconds", LEASE.toSeconds())
                        .update()
                == 1;
    }

    /** False if the lease is no longer its holder's, whose failure then means nothing. */
    boolean fail(Lease lease, @Nullable String section, String code, String reason) {
        return of(lease, FAIL)
                        .param("section", section)
                        .param("code", code)
                        .param("reason", StoredText.encode(reason))
                        .update()
                == 1;
    }

    /** Ends a leased row as skipped. */
    void leave(Lease lease, String code, String reason) {
        of(lease, LEAVE)
                .param("code", code)
                .param("reason", StoredText.encode(reason))
                .update();
    }

    /** False if it was tried often enough, or the lease is no longer its holder's. */
    boolean retryAfter(Lease lease, Duration rest) {
        return of(lease, RETRY)
                        .param("restSeconds", rest.toMillis() / 1000.0)
                        .param("attempts", ATTEMPTS)
                        .update()
                == 1;
    }

    void release(Lease lease) {
        of(lease, RELEASE).update();
    }

    /** Takes back all leases of a run whose process is dead. */
    public int requeue(long run) {
        return store.sql(REQUEUE).param("run", run).update();
    }

    public boolean hasOpen(long run) {
        return store.sql("SELECT EXISTS (SELECT FROM granary.work WHERE run_id = :run AND state <> 'done')")
                .param("run", run)
                .query(Boolean.class)
                .single();
    }

    public WorkProgress progress(long run) {
        return store.sql(PROGRESS).param("run", run).query(WorkProgress.class).single();
    }

    private JdbcClient.StatementSpec of(Lease lease, String sql) {
        return store.sql(sql)
                .param("run", lease.runId())
                .param("database", lease.databaseId())
                .param("fence", lease.fence());
    }
}
