package dev.granary.harvester.work;

import dev.granary.content.StoredText;
import dev.granary.harvester.runs.HarvestProperties;
import dev.granary.harvester.sql.SqlFile;
import dev.granary.registry.Schedule;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Gives out leases: one a database over all runs, and no more a server, over all processes and with its guests, than the registry allows. Leases of
 * a server are given one after the other, under a lock that lasts for the moment that takes.
 */
class Leases {

    /** After so many in vain a worker does something else before it looks again. */
    private static final int MOST_LOOKS = 20;

    /** The first key of the two-key advisory locks under which leases are given and guests let in; the second is the server's id. */
    static final int LEASING = 0x6C656173;

    static final String HURRY = SqlFile.read(Leases.class, "hurry");

    private static final String FIND = SqlFile.read(Leases.class, "find-work");
    private static final String LEASE = SqlFile.read(Leases.class, "lease-work");
    private static final String SPENT = SqlFile.read(Leases.class, "spent");
    private static final String END_REST = SqlFile.read(Leases.class, "skip-rest");

    private final JdbcClient store;
    private final TransactionTemplate transaction;
    private final HarvestProperties properties;
    private final Supplier<Set<Integer>> connected;
    private final LateLeases late;
    private final Clock clock;

    /** By the clock of this machine, which is connected to no server. */
    Leases(DataSource store, HarvestProperties properties) {
        this(store, properties, Set::of, Clock.systemUTC());
    }

    /** @param connected the servers to which this process need not connect anew */
    Leases(DataSource store, HarvestProperties properties, Supplier<Set<Integer>> connected, Clock clock) {
        this.store = JdbcClient.create(store);
        this.transaction = new TransactionTemplate(new DataSourceTransactionManager(store));
        this.properties = properties;
        this.connected = connected;
        this.late = new LateLeases(this.store, clock);
        this.clock = clock;
    }

    /** A server that has something to be read and room for a reader. */
    private record Opening(int server, int most, @Nullable Integer sourceSeconds) {}

    /** What one look for work came to: a lease, nothing, or a reason to look again. */
    private record Look(@Nullable Lease lease, boolean again) {

        private static final Look NOTHING = new Look(null, false);
        private static final Look AGAIN = new Look(null, true);
    }

    /** A lease, and the schedule of its server where that may speak against it. */
    private record Given(Lease lease, @Nullable String schedule) {}

    /** The next database of that run, or of any running one where null. */
    Optional<Lease> next(@Nullable Long run, String owner) {
        late.putBackNowAndThen();
        return found(run, owner).or(() -> late.putBack() ? found(run, owner) : Optional.empty());
    }

    private Optional<Lease> found(@Nullable Long run, String owner) {
        // Each in a transaction of its own: whoever holds one server's lock must not wait for another's.
        for (int looks = 0; looks < MOST_LOOKS; looks++) {
            var met = Objects.requireNonNull(transaction.execute(status -> look(run, owner)));
            if (!met.again()) {
                return Optional.ofNullable(met.lease());
            }
        }
        return Optional.empty();
    }

    private Look look(@Nullable Long run, String owner) {
        store.sql(HURRY).query(Boolean.class).single();
        var opening = opening(run);
        if (opening.isEmpty()) {
            return Look.NOTHING;
        }
        var found = opening.get();
        var given = lease(run, owner, found);
        if (given.isEmpty()) {
            // Others were quicker; there may be another server.
            return Look.AGAIN;
        }
        var lease = given.get().lease();
        var over = overspent(lease, found).or(() -> blackout(given.get()));
        if (over.isEmpty()) {
            return new Look(lease, false);
        }
        release(lease);
        endRest(
                lease.runId(),
                found.server(),
                "skipped",
                over.get().code(),
                over.get().reason());
        return Look.AGAIN;
    }

    private Optional<Over> overspent(Lease lease, Opening opening) {
        var seconds = opening.sourceSeconds();
        return seconds == null || spentMillis(lease.runId(), opening.server()) < seconds * 1000L
                ? Optional.empty()
                : Optional.of(new Over(Budget.CODE, Budget.reason(seconds)));
    }

    /** What is being read when a blackout begins is read to its end; nothing else of the server is begun. */
    private Optional<Over> blackout(Given given) {
        return Optional.ofNullable(given.schedule())
                .map(schedule -> Schedule.stored(given.lease().server(), schedule))
                .flatMap(schedule -> schedule.blackoutEnd(clock.instant()))
                .map(end -> new Over(BlackoutBegun.CODE, BlackoutBegun.reason(end)));
    }

    /** Why a run is through with a server before all of it was read. */
    private record Over(String code, String reason) {}

    private Optional<Opening> opening(@Nullable Long run) {
        return store.sql(FIND)
                .param("run", run)
                .param("connected", connected.get().toArray(Integer[]::new))
                .param("failures", properties.breakerFailures())
                .param("lock", LEASING)
                .query((row, number) -> new Opening(
                        row.getInt("server_id"), row.getInt("most"), (Integer) row.getObject("source_seconds")))
                .optional();
    }

    private Optional<Given> lease(@Nullable Long run, String owner, Opening opening) {
        return store.sql(LEASE)
                .param("run", run)
                .param("server", opening.server())
                .param("most", opening.most())
                .param("owner", owner)
                .param("leaseSeconds", properties.lease().toMillis() / 1000.0)
                .query(Leases::given)
                .optional();
    }

    private static Given given(ResultSet row, int number) throws SQLException {
        var lease = new Lease(
                row.getLong("run_id"),
                row.getInt("database_id"),
                row.getString("server"),
                StoredText.decode(row.getString("database")),
                row.getString("owner"),
                row.getLong("fence"));
        return new Given(lease, row.getString("schedule"));
    }

    private void release(Lease lease) {
        store.sql(WorkTable.RELEASE)
                .param("run", lease.runId())
                .param("database", lease.databaseId())
                .param("fence", lease.fence())
                .param("owner", lease.owner())
                .update();
    }

    /** The source time that a run has taken of a server so far. */
    long spentMillis(long run, int server) {
        return store.sql(SPENT)
                .param("run", run)
                .param("server", server)
                .query(Long.class)
                .single();
    }

    /** Ends all that a run has still queued of a server. */
    void endRest(long run, int server, String outcome, String code, String reason) {
        store.sql(END_REST)
                .param("run", run)
                .param("server", server)
                .param("outcome", outcome)
                .param("code", code)
                .param("reason", StoredText.encode(reason))
                .update();
    }
}
