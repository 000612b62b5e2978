package dev.granary.harvester.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.granary.harvester.TestStore;
import dev.granary.harvester.runs.HarvestProperties;
import dev.granary.harvester.runs.ProcessName;
import dev.granary.harvester.source.HarvestBroken;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two processes that share a store: what either of them has of a server, the other one counts. */
class GuestsTest {

    private final TestStore store = TestStore.shared();
    private final WorkTable work = new WorkTable(store.dataSource());
    private final StopSignal stop = new StopSignal();
    private final Guests here = guests(HarvestProperties.DEFAULT, stop);
    private final Guests there = guests(HarvestProperties.DEFAULT, new StopSignal());
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final String name = "guests-" + UUID.randomUUID().toString().substring(0, 8);
    private long run;
    private int server;

    @BeforeEach
    void queueTwelveDatabasesOfAServerThatTakesOneConnection() {
        run = store.owner()
                .sql("INSERT INTO granary.run (kind, mode, process) VALUES ('harvest', 'full', 'test') RETURNING id")
                .query(Long.class)
                .single();
        for (int i = 0; i < 12; i++) {
            work.enqueue(run, List.of(store.database(name, "D" + i)));
        }
        allow(1);
    }

    @AfterEach
    void close() {
        stop.give();
        threads.shutdownNow();
        here.close();
        there.close();
    }

    @Test
    void haveWithTheLeasesNeverMoreThanTheRegistryAllows() throws InterruptedException {
        allow(3);
        var now = new AtomicInteger();
        var most = new AtomicInteger();
        var served = new AtomicInteger();
        for (int i = 0; i < 4; i++) {
            threads.submit(() -> lease(now, most, served));
            for (var guests : new Guests[] {here, there, here, there}) {
                threads.submit(() -> {
                    try (var _ = guests.enter(server)) {
                        use(now, most, served);
                    }
                    return null;
                });
            }
        }

        await().until(() -> served.get() == 12 + 16);

        assertThat(most.get()).isBetween(1, 3);
    }

    private Void lease(AtomicInteger now, AtomicInteger most, AtomicInteger served) throws InterruptedException {
        while (work.hasOpen(run)) {
            var lease = work.lease(run, "worker");
            if (lease.isEmpty()) {
                Thread.sleep(5);
            } else {
                use(now, most, served);
                work.fail(lease.get(), null, "8134", "Through.");
            }
        }
        return null;
    }

    private static void use(AtomicInteger now, AtomicInteger most, AtomicInteger served) throws InterruptedException {
        most.accumulateAndGet(now.incrementAndGet(), Math::max);
        Thread.sleep(10);
        now.decrementAndGet();
        served.incrementAndGet();
    }

    @Test
    void waitForALeaseToEndAndAreNotOvertakenByTheNext() throws Exception {
        var lease = work.lease(run, "a").orElseThrow();
        assertThat(here.enterAtOnce(server)).isEmpty();
        var waits = enter(here);
        await().until(() -> waiting() == 1);

        work.fail(lease, null, "8134", "Through.");

        assertThat(work.lease(run, "a")).as("while a guest waits").isEmpty();
        try (var guest = waits.get()) {
            assertThat(guest.isHeld()).isTrue();
            assertThat(work.lease(run, "a")).as("while a guest is there").isEmpty();
        }
        assertThat(work.lease(run, "a")).isPresent();
    }

    @Test
    void areSeatedInTheOrderOfTheirComing() throws Exception {
        var first = here.enter(server);
        var second = enter(there);
        await().until(() -> waiting() == 1);
        var third = enter(here);
        await().until(() -> waiting() == 2);

        first.close();

        try (var _ = second.get()) {
            assertThat(there.enterAtOnce(server)).isEmpty();
            assertThat(waiting()).isEqualTo(1);
            assertThat(third.isDone()).isFalse();
        }
        third.get().close();
        assertThat(rows()).isZero();
    }

    @Test
    void arePassedOverWhenTheirProcessHasDied() throws InterruptedException {
        var dead = here.enter(server);
        assertThat(there.enterAtOnce(server)).isEmpty();
        assertThat(work.lease(run, "a")).isEmpty();

        expire();

        var lease = work.lease(run, "a").orElseThrow();
        work.release(lease);
        assertThat(there.enterAtOnce(server)).isPresent();
        assertThat(rows()).as("the dead one is taken away").isEqualTo(1);
        dead.close();
    }

    @Test
    void passOverALeaseWhoseProcessHasDied() throws Exception {
        work.lease(run, "dead").orElseThrow();
        store.update("UPDATE granary.work SET lease_until = now() - interval '1 second' WHERE server_id = ?", server);

        var guest = enter(here);

        await().until(guest::isDone);
        guest.get().close();
        assertThat(rows()).isZero();
    }

    @Test
    void keepTheirSeatsWhileTheirProcessLives() throws InterruptedException {
        try (var lively = guests(lease(Duration.ofSeconds(1)), stop);
                var guest = lively.enter(server)) {
            var until = until();
            await().until(() -> until().isAfter(until.plusSeconds(2)));

            assertThat(guest.isHeld()).isTrue();
            assertThat(there.enterAtOnce(server)).isEmpty();
        }
    }

    @Test
    void learnThatTheyWereTakenForGone() throws InterruptedException {
        try (var paused = guests(lease(Duration.ofSeconds(1)), stop);
                var guest = paused.enter(server)) {
            store.update("DELETE FROM granary.guest WHERE server_id = ?", server);

            await().until(() -> !guest.isHeld());
        }
    }

    @Test
    void waitNoLongerWhenTheProcessStops() throws InterruptedException {
        try (var _ = there.enter(server)) {
            var waits = enter(here);
            await().until(() -> waiting() == 1);

            stop.give();

            await().until(waits::isDone);
            assertThatThrownBy(waits::get).hasCauseInstanceOf(HarvestBroken.class);
            assertThat(waiting()).isZero();
        }
    }

    @Test
    void comeAgainAsNewWhereTheyWereTakenForGoneWhileTheyWaited() throws Exception {
        var first = there.enter(server);
        var waits = enter(here);
        await().until(() -> waiting() == 1);

        store.update("DELETE FROM granary.guest WHERE NOT seated AND server_id = ?", server);

        await().until(() -> waiting() == 1);
        first.close();
        waits.get().close();
        assertThat(rows()).isZero();
    }

    @Test
    void areOneInAllAtAServerThatHasNotAnsweredAndMayTry() throws InterruptedException {
        allow(3);
        store.update(
                "INSERT INTO granary.server_breaker (server_id, failures, code, reason) VALUES (?, "
                        + HarvestProperties.DEFAULT.breakerFailures() + ", 'refused', 'It refused.')",
                server);

        try (var _ = here.enter(server)) {
            assertThat(there.enterAtOnce(server)).isEmpty();
            assertThat(work.lease(run, "a")).isEmpty();
        }
    }

    @Test
    void letAWorkerHaveItsTurn() throws Exception {
        var looked = new CountDownLatch(1);
        var guest = here.enter(server);
        var worker = threads.submit(() -> {
            var lease = work.lease(run, "a");
            while (lease.isEmpty()) {
                looked.countDown();
                Thread.sleep(50);
                lease = work.lease(run, "a");
            }
            return lease.get();
        });
        await().until(() -> looked.getCount() == 0);
        guest.close();

        here.giveWay(server);

        assertThat(here.enterAtOnce(server)).as("the worker was quicker").isEmpty();
        assertThat(worker.get().server()).isEqualTo(name);
    }

    private Guests guests(HarvestProperties properties, StopSignal signal) {
        return new Guests(store.dataSource(), properties, signal, new ProcessName());
    }

    private static HarvestProperties lease(Duration lease) {
        var most = HarvestProperties.DEFAULT;
        return new HarvestProperties(
                most.workers(),
                most.joins(),
                most.look(),
                lease,
                most.heartbeat(),
                most.deadAfter(),
                most.breakerFailures(),
                most.breakerRest());
    }

    private Future<Guest> enter(Guests guests) {
        return threads.submit(() -> guests.enter(server));
    }

    private long rows() {
        return store.count("SELECT count(*) FROM granary.guest WHERE server_id = ?", server);
    }

    private long waiting() {
        return store.count("SELECT count(*) FROM granary.guest WHERE NOT seated AND server_id = ?", server);
    }

    private void expire() {
        store.update("UPDATE granary.guest SET until = now() - interval '1 second' WHERE server_id = ?", server);
    }

    private OffsetDateTime until() {
        return store.owner()
                .sql("SELECT until FROM granary.guest WHERE server_id = ?")
                .param(server)
                .query(OffsetDateTime.class)
                .single();
    }

    private void allow(int connections) {
        server = store.owner()
                .sql(
                        "UPDATE granary.server SET settings = jsonb_build_object('limits', jsonb_build_object('connections', ?)) WHERE name = ?"
                                + " RETURNING id")
                .param(connections)
                .param(name)
                .query(Integer.class)
                .single();
    }
}
