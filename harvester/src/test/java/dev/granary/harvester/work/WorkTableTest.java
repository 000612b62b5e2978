package dev.granary.harvester.work;

import static org.assertj.core.api.Assertions.assertThat;

import dev.granary.harvester.TestStore;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WorkTableTest {

    private final TestStore store = TestStore.shared();
    private final WorkTable work = new WorkTable(store.dataSource());
    private String server;
    private long run;

    @BeforeEach
    void beginARun() {
        server = "work-" + UUID.randomUUID().toString().substring(0, 8);
        run = store.owner()
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
    void takesBackWhatADeadProcessHadLeased() {
        int orders = queue("Orders");
        var dead = work.lease(run, "a").orElseThrow();

        assertThat(work.requeue(run)).isEqualTo(1);

        var next = work.lease(run, "b").orElseThrow();
        assertThat(next.databaseId()).isEqualTo(orders);
        assertThat(next.fence()).isGreaterThan(dead.fence());
    }

    @Test
    void keepsWhatIsDoneWhenTheRunIsSweptAgain() {
        int orders = queue("Orders");
        work.fail(work.lease(run, "a").orElseThrow(), "columns", "1205", "A deadlock\0.");

        work.enqueue(run, orders);
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

        work.enqueue(run, orders);

        assertThat(work.lease(run, "a")).isPresent();
    }

    private int queue(String name) {
        int database = store.database(server, name);
        work.enqueue(run, database);
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
