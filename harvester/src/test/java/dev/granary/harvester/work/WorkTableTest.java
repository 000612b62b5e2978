package dev.granary.harvester.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.granary.harvester.TestStore;
import dev.granary.harvester.runs.HarvestProperties;
import dev.granary.sqlserver.SourceCost;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DuplicateKeyException;

class WorkTableTest {

    private final TestStore store = TestStore.shared();
    private final WorkTable work = new WorkTable(store.dataSource());
    private String server;
    private long run;

    @BeforeEach
    void beginARun() {
        server = "work-" + UUID.randomUUID().toString().substring(0, 8);
        run = newRun();
    }

    private long newRun() {
        return store.owner()
                .sql("INSERT INTO granary.run (kind, mode, process) VALUES ('harvest', 'full', 'test') RETURNING id")
                .query(Long.class)
                .single();
    }

    @Test
    void leasesEachDatabaseToOneWorker() {
        int orders = queue("Orders");
        int stock = queue("Stock");
        allow(2);

        assertThat(work.lease(run, "a")).hasValueSatisfying(lease -> {
            assertThat(lease.databaseId()).isEqualTo(orders);
            assertThat(lease.server()).isEqualTo(server);
            assertThat(lease.database()).isEqualTo("Orders");
            assertThat(lease.fence()).isEqualTo(1);
        });
        assertThat(work.lease(run, "b"))
                .hasValueSatisfying(lease -> assertThat(lease.databaseId()).isEqualTo(stock));
        assertThat(work.lease(run, "c")).isEmpty();
        assertThat(work.hasOpen(run)).isTrue();
    }

    @Test
    void worksOnNoMoreDatabasesOfAServerThanTheRegistryAllows() {
        queue("Orders");
        queue("Stock");
        allow(1);

        assertThat(work.lease(run, "a")).isPresent();
        assertThat(work.lease(run, "b")).isEmpty();
    }

    @Test
    void handsAnExpiredLeaseToAnotherAndLetsTheFirstHolderDoNothing() {
        int orders = queue("Orders");
        var late = work.lease(run, "a").orElseThrow();
        store.update("UPDATE granary.work SET lease_until = now() - interval '1 second' WHERE database_id = ?", orders);

        var next = work.lease(run, "b").orElseThrow();

        assertThat(next.fence()).isGreaterThan(late.fence());
        assertThat(work.extend(late)).isFalse();
        assertThat(work.fail(late, null, "1205", "too late")).isFalse();
        assertThat(work.retryAfter(late, Duration.ZERO)).isFalse();
        assertThat(work.extend(next)).isTrue();
    }

    @Test
    void keepsALeaseToItsOwnerWhereACrashOfTheStoreLetsTwoHaveTheSameFence() {
        int orders = queue("Orders");
        var forgotten = work.lease(run, "a").orElseThrow();
        store.update(
                "UPDATE granary.work SET state = 'queued', owner = NULL, lease_until = NULL, fence = 0, attempts = 0 WHERE database_id = ?",
                orders);
        var known = work.lease(run, "b").orElseThrow();
        assertThat(known.fence()).isEqualTo(forgotten.fence());

        assertThat(work.extend(forgotten)).isFalse();
        assertThat(work.fail(forgotten, null, "1205", "not his")).isFalse();
        assertThat(work.leave(forgotten, "budget", "not his")).isFalse();
        assertThat(work.retryAfter(forgotten, Duration.ZERO)).isFalse();
        work.release(forgotten);
        new Spending(store.dataSource()).spent(forgotten, new SourceCost(1, 1, 1, 1, 1, 1), null);

        assertThat(store.row("SELECT state, owner, connections FROM granary.work WHERE database_id = ?", orders))
                .isEqualTo(Map.of("state", "leased", "owner", "b", "connections", 0));
        assertThat(work.extend(known)).isTrue();
        work.release(known);
        assertThat(store.list("SELECT state FROM granary.work WHERE database_id = ?", orders))
                .containsExactly("queued");
    }

    @Test
    void extendsALeaseFromTheTimeWhenItHadNoLongerToWait() throws Exception {
        int orders = queue("Orders");
        var lease = work.lease(run, "a").orElseThrow();
        var waited = new AtomicReference<OffsetDateTime>();

        store.whileOneWaits(
                "SELECT FROM granary.work WHERE run_id = " + run + " FOR UPDATE",
                () -> work.extend(lease),
                () -> waited.set(store.time()));

        var until = store.owner()
                .sql("SELECT lease_until FROM granary.work WHERE database_id = ?")
                .param(orders)
                .query(OffsetDateTime.class)
                .single();
        assertThat(until).isAfter(waited.get().plus(HarvestProperties.DEFAULT.lease()));
    }

    @Test
    void triesADatabaseThreeTimes() {
        queue("Orders");

        for (int attempt = 1; attempt < WorkTable.ATTEMPTS; attempt++) {
            assertThat(work.retryAfter(work.lease(run, "a").orElseThrow(), Duration.ZERO))
                    .isTrue();
        }

        assertThat(work.retryAfter(work.lease(run, "a").orElseThrow(), Duration.ZERO))
                .isFalse();
    }

    @Test
    void letsADatabaseRestBeforeItIsTriedAgain() {
        queue("Orders");
        work.retryAfter(work.lease(run, "a").orElseThrow(), Duration.ofHours(1));

        assertThat(work.lease(run, "a")).isEmpty();
        assertThat(work.hasOpen(run)).isTrue();
    }

    @Test
    void passesOverADatabaseThatAnotherRunHoldsUntilItIsFree() {
        int orders = queue("Orders");
        allow(2);
        long other = newRun();
        work.enqueue(other, List.of(orders));
        var first = work.lease(run, "a").orElseThrow();

        assertThat(work.lease(other, "b")).isEmpty();
        assertThat(work.hasOpen(other)).isTrue();

        work.fail(first, null, "8134", "It failed.");
        assertThat(work.lease(other, "b"))
                .hasValueSatisfying(lease -> assertThat(lease.databaseId()).isEqualTo(orders));
    }

    @Test
    void letsTheStoreRefuseASecondLeaseOfADatabase() {
        int orders = queue("Orders");
        long other = newRun();
        work.enqueue(other, List.of(orders));
        work.lease(run, "a").orElseThrow();

        assertThatThrownBy(() -> store.update(
                        "UPDATE granary.work SET state = 'leased' WHERE run_id = " + other + " AND database_id = ?",
                        orders))
                .isInstanceOf(DuplicateKeyException.class);
    }

    @Test
    void leasesNoMoreOfAServerThanAllowedHoweverManyAskAtOnce() throws InterruptedException {
        var queued = new ArrayList<Integer>();
        for (int i = 0; i < 12; i++) {
            queued.add(queue("D" + i));
        }
        long other = newRun();
        work.enqueue(other, queued);
        allow(3);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 16; i++) {
                long of = i % 2 == 0 ? run : other;
                threads.submit(() -> work.lease(of, "worker"));
            }
        }

        assertThat(store.count(
                        "SELECT count(*) FROM granary.work WHERE state = 'leased' AND database_id = ANY (SELECT id FROM granary.database"
                                + " WHERE server_id = (SELECT server_id FROM granary.database WHERE id = ?))",
                        queued.getFirst()))
                .isEqualTo(3);
    }

    @Test
    void looksAtTheNextServerWhereOthersWereQuickerAtTheFirst()
            throws SQLException, InterruptedException, ExecutionException {
        queue("Orders");
        work.enqueue(run, List.of(store.database(server + "-b", "Stock")));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor();
                var quicker = store.dataSource().getConnection();
                var statement = quicker.createStatement()) {
            quicker.setAutoCommit(false);
            statement.execute("SELECT pg_advisory_xact_lock(" + 0x6C656173
                    + ", server_id) FROM granary.work WHERE run_id = " + run);
            var lease = threads.submit(() -> work.lease(run, "late"));
            await().until(() -> !serversWaitedFor().isEmpty());
            int first = serversWaitedFor().getFirst();
            statement.execute("UPDATE granary.work SET state = 'done', outcome = 'published' WHERE run_id = " + run
                    + " AND server_id = " + first);
            quicker.commit();
            quicker.setAutoCommit(true);

            assertThat(lease.get()).isPresent();
        }
    }

    private List<Integer> serversWaitedFor() {
        return store.owner()
                .sql(
                        "SELECT CAST(CAST(objid AS bigint) AS int) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted AND classid = ?")
                .param(0x6C656173)
                .query(Integer.class)
                .list();
    }

    @Test
    void letsWhoComesBackLateChangeNothing() {
        int orders = queue("Orders");
        var late = work.lease(run, "a").orElseThrow();
        store.update("UPDATE granary.work SET lease_until = now() - interval '1 second' WHERE database_id = ?", orders);
        // Another of another run looks for work.
        assertThat(work.lease(newRun(), "b")).isEmpty();

        assertThat(work.fail(late, "columns", "1205", "too late")).isFalse();
        assertThat(work.leave(late, "budget", "too late")).isFalse();
        assertThat(work.extend(late)).isFalse();

        assertThat(store.row(
                        "SELECT w.state, outcome, stale_reason FROM granary.work AS w JOIN granary.database ON id = database_id WHERE id = ?",
                        orders))
                .containsEntry("state", "queued")
                .containsEntry("outcome", null)
                .containsEntry("stale_reason", null);
    }

    @Test
    void givesADatabaseUpAtWhichOneWorkerDiesAfterTheOther() {
        int orders = queue("Orders");
        for (int death = 0; death < LateLeases.MOST_LEASES; death++) {
            work.lease(run, "a").orElseThrow();
            store.update(
                    "UPDATE granary.work SET lease_until = now() - interval '1 second' WHERE database_id = ?", orders);
        }

        assertThat(work.lease(run, "a")).isEmpty();
        assertThat(work.hasOpen(run)).isFalse();
        assertThat(store.row("SELECT outcome, code FROM granary.work WHERE database_id = ?", orders))
                .containsEntry("outcome", "failed")
                .containsEntry("code", "lost-lease");
    }

    @Test
    void readsOnAtAServerItIsConnectedToWhereNobodyReads() {
        queue("Orders");
        int stock = store.database(server + "-b", "Stock");
        int bills = store.database(server + "-b", "Bills");
        int connected = store.owner()
                .sql("SELECT server_id FROM granary.database WHERE id = ?")
                .param(stock)
                .query(Integer.class)
                .single();
        work.enqueue(run, List.of(stock, bills));
        var near = new WorkTable(
                store.dataSource(), HarvestProperties.DEFAULT, () -> Set.of(connected), Clock.systemUTC());

        assertThat(near.lease(run, "a"))
                .hasValueSatisfying(lease -> assertThat(lease.databaseId()).isEqualTo(stock));
        assertThat(near.lease(run, "b"))
                .as("the connection is in use: the servers that nobody reads come first")
                .hasValueSatisfying(lease -> assertThat(lease.server()).isEqualTo(server));
    }

    @Test
    void leasesForAnyRunThatIsRunning() {
        int orders = queue("Orders");
        store.owner()
                .sql("UPDATE granary.run SET status = 'failed', ended_at = now() WHERE id = ?")
                .param(run)
                .update();
        assertThat(leasesOfAny()).doesNotContain(orders);
        store.owner()
                .sql("UPDATE granary.run SET status = 'running', ended_at = NULL WHERE id = ?")
                .param(run)
                .update();
        assertThat(leasesOfAny()).contains(orders);
    }

    @Test
    void beginsNothingMoreOfAServerWhoseBlackoutHasBegunInARunOfTheSchedule() {
        int orders = queue("Orders");
        int stock = queue("Stock");
        allow(2);
        store.owner()
                .sql(
                        "UPDATE granary.server SET settings = settings || '{\"schedule\": {\"blackout\": [\"* 08:00-18:00\"]}}' WHERE name = ?")
                .param(server)
                .update();
        scheduled(true);

        var underWay = at("2026-11-22T07:59:59Z").lease(run, "a");
        assertThat(underWay)
                .hasValueSatisfying(lease -> assertThat(lease.databaseId()).isEqualTo(orders));
        scheduled(false);
        var asked = at("2026-11-22T08:00:00Z").lease(run, "b");
        assertThat(asked).as("a person asked").isPresent();
        work.release(asked.orElseThrow());
        scheduled(true);

        assertThat(at("2026-11-22T08:00:00Z").lease(run, "b")).isEmpty();

        assertThat(store.row("SELECT outcome, code, reason FROM granary.work WHERE database_id = ?", stock))
                .containsEntry("outcome", "skipped")
                .containsEntry("code", "blackout")
                .hasEntrySatisfying(
                        "reason", reason -> assertThat(reason).asString().contains("until 2026-11-22T18:00:00Z"));
        assertThat(work.extend(underWay.orElseThrow()))
                .as("what is being read goes on")
                .isTrue();
        assertThat(work.fail(underWay.orElseThrow(), null, "1205", "A deadlock."))
                .isTrue();
        assertThat(work.hasOpen(run)).as("and then the run ends").isFalse();
    }

    private WorkTable at(String time) {
        return new WorkTable(
                store.dataSource(),
                HarvestProperties.DEFAULT,
                Set::of,
                Clock.fixed(Instant.parse(time), ZoneOffset.UTC));
    }

    private void scheduled(boolean scheduled) {
        store.owner()
                .sql("UPDATE granary.run SET requested = jsonb_build_object('scheduled', ?) WHERE id = ?")
                .param(scheduled)
                .param(run)
                .update();
    }

    private List<Integer> leasesOfAny() {
        var leased = new ArrayList<Integer>();
        for (var lease = work.lease(null, "any"); lease.isPresent(); lease = work.lease(null, "any")) {
            leased.add(lease.get().databaseId());
        }
        return leased;
    }

    @Test
    void keepsWhatIsDoneWhenTheRunIsSweptAgain() {
        int orders = queue("Orders");
        work.fail(work.lease(run, "a").orElseThrow(), "columns", "1205", "A deadlock\0.");

        work.enqueue(run, List.of(orders));
        work.skip(run, orders, "offline", "It is offline.");

        assertThat(store.row("SELECT outcome, section, code, reason FROM granary.work WHERE database_id = ?", orders))
                .containsEntry("outcome", "failed")
                .containsEntry("section", "columns")
                .containsEntry("code", "1205")
                .containsEntry("reason", "A deadlock\ufdd00000.");
        assertThat(work.hasOpen(run)).isFalse();
    }

    @Test
    void queuesADatabaseThatWasSkippedWhenALaterSweepFindsItInReach() {
        int orders = store.database(server, "Orders");
        work.skip(run, orders, "offline", "It is offline.");

        work.enqueue(run, List.of(orders));

        assertThat(work.lease(run, "a")).isPresent();
    }

    private int queue(String name) {
        int database = store.database(server, name);
        work.enqueue(run, List.of(database));
        return database;
    }

    private void allow(int connections) {
        store.owner()
                .sql(
                        "UPDATE granary.server SET settings = jsonb_build_object('limits', jsonb_build_object('connections', ?)) WHERE name = ?")
                .param(connections)
                .param(server)
                .update();
    }
}
