package dev.granary.harvester.work;

import dev.granary.content.StoredText;
import dev.granary.harvester.runs.HarvestProperties;
import dev.granary.harvester.source.SourceSessions;
import dev.granary.harvester.sql.SqlFile;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of {@code granary.work}: what runs still have to read, and who reads it. */
@Component
public class WorkTable {

    /** How often a database is tried in one run. */
    static final int ATTEMPTS = 3;

    static final String RELEASE = SqlFile.read(WorkTable.class, "release-work");
    private static final String ENQUEUE = SqlFile.read(WorkTable.class, "enqueue-work");
    private static final String SKIP = SqlFile.read(WorkTable.class, "skip-work");
    private static final String EXTEND = SqlFile.read(WorkTable.class, "extend-work");
    private static final String FAIL = SqlFile.read(WorkTable.class, "fail-work");
    private static final String RETRY = SqlFile.read(WorkTable.class, "retry-work");
    private static final String PROGRESS = SqlFile.read(WorkTable.class, "work-progress");

    private final JdbcClient store;
    private final Leases leases;
    private final Duration lease;

    @Autowired
    WorkTable(DataSource store, HarvestProperties properties, SourceSessions sessions, Clock clock) {
        this(store, properties, sessions::connected, clock);
    }

    WorkTable(DataSource store, HarvestProperties properties, Supplier<Set<Integer>> connected, Clock clock) {
        this.store = JdbcClient.create(store);
        this.leases = new Leases(store, properties, connected, clock);
        this.lease = properties.lease();
    }

    /** Of a process that is connected to no server. */
    public WorkTable(DataSource store) {
        this(store, HarvestProperties.DEFAULT, Set::of, Clock.systemUTC());
    }

    /** Queues databases for a run; one that the run knows already stays as it is. */
    public void enqueue(long run, Collection<Integer> databases) {
        if (!databases.isEmpty()) {
            store.sql(ENQUEUE)
                    .param("run", run)
                    .param("databases", databases.toArray(Integer[]::new))
                    .update();
        }
    }

    public void skip(long run, int database, String code, String reason) {
        store.sql(SKIP)
                .param("run", run)
                .param("database", database)
                .param("code", code)
                .param("reason", StoredText.encode(reason))
                .update();
    }

    /**
     * The right to the next database of a run, or of any that is running where null; empty if every open one is leased, rests after a failure, or
     * waits for its server or for another run that has it.
     */
    Optional<Lease> lease(@Nullable Long run, String owner) {
        return leases.next(run, owner);
    }

    /** How often a lease must be extended: one lost beat is no loss. */
    Duration beat() {
        return lease.dividedBy(4);
    }

    /** False if the lease is no longer its holder's. */
    boolean extend(Lease held) {
        return of(held, EXTEND).param("leaseSeconds", lease.toMillis() / 1000.0).update() == 1;
    }

    /** False if the lease is no longer its holder's, whose failure then means nothing; else the database is stale from now on. */
    boolean fail(Lease held, @Nullable String section, String code, String reason) {
        return end(held, "failed", section, code, reason);
    }

    /** Ends a leased row as skipped; false as for {@link #fail}. */
    boolean leave(Lease held, String code, String reason) {
        return end(held, "skipped", null, code, reason);
    }

    private boolean end(Lease held, String outcome, @Nullable String section, String code, String reason) {
        return of(held, FAIL)
                .param("outcome", outcome)
                .param("section", section)
                .param("code", code)
                .param("reason", StoredText.encode(reason))
                .query(Boolean.class)
                .single();
    }

    /** False if it was tried often enough, or the lease is no longer its holder's. */
    boolean retryAfter(Lease held, Duration rest) {
        return of(held, RETRY)
                        .param("restSeconds", rest.toMillis() / 1000.0)
                        .param("attempts", ATTEMPTS)
                        .update()
                == 1;
    }

    void release(Lease held) {
        of(held, RELEASE).update();
    }

    public boolean hasOpen(long run) {
        return store.sql("SELECT EXISTS (SELECT FROM granary.work WHERE run_id = :run AND state <> 'done')")
                .param("run", run)
                .query(Boolean.class)
                .single();
    }

    /** Whether any run has something queued. */
    boolean hasQueued() {
        return store.sql("SELECT EXISTS (SELECT FROM granary.work WHERE state = 'queued')")
                .query(Boolean.class)
                .single();
    }

    public WorkProgress progress(long run) {
        return store.sql(PROGRESS).param("run", run).query(WorkProgress.class).single();
    }

    private JdbcClient.StatementSpec of(Lease held, String sql) {
        return store.sql(sql)
                .param("run", held.runId())
                .param("database", held.databaseId())
                .param("fence", held.fence())
                .param("owner", held.owner());
    }
}
