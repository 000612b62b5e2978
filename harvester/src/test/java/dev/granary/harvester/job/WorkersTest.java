package dev.granary.harvester.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.granary.harvester.TestProgram;
import dev.granary.harvester.TestStore;
import dev.granary.harvester.runs.HarvestRefused;
import dev.granary.harvester.runs.HarvestRuns;
import dev.granary.harvester.work.DatabaseHarvest;
import dev.granary.harvester.work.WorkTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;

class WorkersTest {

    private static final int RUNS = 5;

    private final TestStore store = TestStore.forHarvests();

    @TempDir
    private Path folder;

    @Test
    void readsNoMoreDatabasesAtOnceThanToldHoweverManyRunsThereAre()
            throws IOException, HarvestRefused, InterruptedException {
        var program = new TestProgram(store, folder)
                .servers("servers:\n" + TestProgram.server("erp", TestProgram.closedPort()));
        program.run("register");
        store.owner()
                .sql("INSERT INTO granary.database (server_id, name) SELECT server.id, 'd' || n FROM granary.server,"
                        + " generate_series(1, 4) AS n")
                .update();
        try (var served = program.set("test.fake-harvest", "false")
                .set("granary.harvest.workers", "2")
                .serve(CountingHarvest.class)) {
            var harvests = served.getBean(HarvestRuns.class);
            var runs = new ArrayList<Long>();
            for (int i = 0; i < RUNS; i++) {
                long run = deadRun();
                harvests.relaunch(run);
                runs.add(run);
            }
            for (long run : runs) {
                assertThat(harvests.await(run).databases().published()).isEqualTo(4);
            }
            assertThat(served.getBean(CountingHarvest.class).most.get()).isBetween(1, 2);
        }
    }

    @Test
    void endsARunWhileAnotherWaitsForWhatItCannotHave() throws HarvestRefused, InterruptedException {
        var program = new TestProgram(store, folder)
                .set("test.fake-harvest", "false")
                .set("granary.schedule.enabled", "false");
        long waiting = sweptRun(store.database("slow", "Elsewhere"));
        store.owner()
                .sql(
                        "UPDATE granary.work SET state = 'leased', owner = 'other', lease_until = now() + interval '1 hour'")
                .update();
        long other = sweptRun(store.database("erp", "Orders"));
        try (var served = program.set("granary.harvest.workers", "2").serve(CountingHarvest.class)) {
            var harvests = served.getBean(HarvestRuns.class);
            harvests.relaunch(waiting);
            await().until(() -> workersOf(waiting) == 2);

            harvests.relaunch(other);

            await().until(() -> status(other).equals("done"));
            assertThat(status(waiting)).isEqualTo("running");
            store.owner()
                    .sql("UPDATE granary.work SET state = 'done', outcome = 'published' WHERE run_id = ?")
                    .param(waiting)
                    .update();
            assertThat(harvests.await(waiting).databases().published()).isEqualTo(1);
        }
    }

    @Test
    void endsARunWhoseHousekeepingFails() throws HarvestRefused, InterruptedException {
        long run = sweptRun(store.database("erp", "Orders"));
        store.owner()
                .sql("REVOKE DELETE ON batch.batch_job_execution FROM granary_harvester")
                .update();
        try (var served = new TestProgram(store, folder)
                .set("test.fake-harvest", "false")
                .set("granary.schedule.enabled", "false")
                .serve(CountingHarvest.class)) {
            var harvests = served.getBean(HarvestRuns.class);
            harvests.relaunch(run);
            assertThat(harvests.await(run).databases().published()).isEqualTo(1);
        } finally {
            store.owner()
                    .sql("GRANT DELETE ON batch.batch_job_execution TO granary_harvester")
                    .update();
        }
        assertThat(status(run)).isEqualTo("done");
    }

    private long sweptRun(int database) {
        long run = store.owner()
                .sql(
                        "INSERT INTO granary.run (kind, mode, process, heartbeat_at, swept_at, requested) VALUES ('harvest', 'full', 'dead',"
                                + " '-infinity', now(), '{\"server\": null, \"database\": null, \"mode\": \"full\"}') RETURNING id")
                .query(Long.class)
                .single();
        store.owner()
                .sql("INSERT INTO granary.work (run_id, database_id) VALUES (?, ?)")
                .param(run)
                .param(database)
                .update();
        return run;
    }

    private String status(long run) {
        return store.owner()
                .sql("SELECT status FROM granary.run WHERE id = ?")
                .param(run)
                .query(String.class)
                .single();
    }

    private long workersOf(long run) {
        return store.owner()
                .sql("SELECT count(*) FROM batch.batch_step_execution AS s JOIN granary.run AS r"
                        + " ON r.batch_execution_id = s.job_execution_id WHERE r.id = ? AND s.step_name LIKE 'worker:%'"
                        + " AND s.status = 'STARTED'")
                .param(run)
                .query(Long.class)
                .single();
    }

    private long deadRun() {
        long run = store.owner()
                .sql(
                        "INSERT INTO granary.run (kind, mode, process, heartbeat_at, requested) VALUES ('harvest', 'full', 'dead',"
                                + " '-infinity', '{\"server\": null, \"database\": null, \"mode\": \"full\"}') RETURNING id")
                .query(Long.class)
                .single();
        store.owner()
                .sql("INSERT INTO granary.work (run_id, database_id) SELECT ?, id FROM granary.database")
                .param(run)
                .update();
        return run;
    }

    /** Publishes nothing, takes a moment, and knows how many did so at once. */
    static class CountingHarvest {

        private final AtomicInteger now = new AtomicInteger();
        private final AtomicInteger most = new AtomicInteger();

        @Bean
        @Primary
        DatabaseHarvest counting(DataSource data, WorkTable work) {
            return lease -> {
                most.accumulateAndGet(now.incrementAndGet(), Math::max);
                for (int beats = 0; beats < 5; beats++) {
                    work.progress(lease.runId());
                }
                now.decrementAndGet();
                JdbcClient.create(data)
                        .sql(
                                "UPDATE granary.work SET state = 'done', outcome = 'published', ended_at = now() WHERE run_id = ? AND database_id = ?")
                        .param(lease.runId())
                        .param(lease.databaseId())
                        .update();
            };
        }
    }
}
