package dev.granary.harvester.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.granary.harvester.TestProgram;
import dev.granary.harvester.TestStore;
import dev.granary.harvester.work.DatabaseHarvest;
import dev.granary.harvester.work.StopSignal;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;

class JoiningTest {

    private final TestStore store = TestStore.forHarvests();

    @TempDir
    private Path folder;

    private TestProgram program;

    @BeforeEach
    void registerAServerThatIsGoneWithThreeDatabases() throws IOException {
        program = new TestProgram(store, folder)
                .servers("servers:\n" + TestProgram.server("erp", TestProgram.closedPort()))
                .set("granary.harvest.joins", "true")
                .set("granary.harvest.look", "50ms")
                .set("granary.schedule.enabled", "false");
        program.run("register");
        store.owner()
                .sql(
                        "INSERT INTO granary.database (server_id, name) SELECT server.id, d.name FROM granary.server, (VALUES ('Orders'), ('Stock'), ('Pay')) AS d (name)")
                .update();
    }

    @Test
    void worksOnARunThatAnotherProcessManagesAndLeavesItsEndToThat() {
        long run = run("now()", "NULL");
        try (var _ = program.serve()) {
            await().until(() -> count("SELECT count(*) FROM granary.work WHERE outcome = 'published'") == 3);
        }
        assertThat(status(run)).isEqualTo("running");
    }

    @Test
    void letsADatabaseEndThatItReadsForAnotherProcessWhenItIsToldToStop() {
        run("now()", "NULL");
        try (var _ = program.set("test.fake-harvest", "false").serve(HarvestThatEndsAfterTheStop.class)) {
            await().until(() -> count("SELECT count(*) FROM granary.work WHERE state = 'leased'") > 0);
        }
        assertThat(count("SELECT count(*) FROM granary.work WHERE outcome = 'unchanged'"))
                .isPositive();
        assertThat(count("SELECT count(*) FROM granary.work WHERE state = 'leased'"))
                .isZero();
    }

    @Test
    void takesOverADeadRunByItselfAndEndsItWithoutSweepingAgain() {
        long run = run("now() - interval '61 seconds'", "now()");
        try (var _ = program.serve()) {
            await().until(() -> status(run).equals("done"));
        }
        assertThat(count("SELECT count(*) FROM granary.work WHERE outcome = 'published'"))
                .isEqualTo(3);
        assertThat(count("SELECT count(*) FROM granary.run_problem")).isZero();
    }

    @Test
    void sweepsAgainWhereTheDeadHadNotEndedThat() {
        long run = run("'-infinity'", "NULL");
        try (var _ = program.serve()) {
            await().until(() -> status(run).equals("done_with_failures"));
        }
        assertThat(count("SELECT count(*) FROM granary.run_problem WHERE code = 'refused'"))
                .isEqualTo(1);
    }

    private long run(String heartbeat, String swept) {
        long run = store.owner()
                .sql(
                        "INSERT INTO granary.run (kind, mode, process, heartbeat_at, swept_at, requested) VALUES ('harvest', 'full', 'dead', "
                                + heartbeat + ", " + swept
                                + ", '{\"server\": null, \"database\": null, \"mode\": \"full\"}') RETURNING id")
                .query(Long.class)
                .single();
        store.owner()
                .sql("INSERT INTO granary.work (run_id, database_id) SELECT ?, id FROM granary.database")
                .param(run)
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

    private long count(String sql) {
        return store.owner().sql(sql).query(Long.class).single();
    }

    /** Is told to stop in the middle of a database, and comes to its end somewhat later. */
    static class HarvestThatEndsAfterTheStop {

        @Bean
        @Primary
        DatabaseHarvest slow(StopSignal stop, DataSource store) {
            return lease -> {
                await().until(stop::isGiven);
                await().pollDelay(Duration.ofMillis(500)).until(() -> true);
                JdbcClient.create(store)
                        .sql("UPDATE granary.work SET state = 'done', outcome = 'unchanged', ended_at = now()"
                                + " WHERE run_id = ? AND database_id = ? AND fence = ?")
                        .param(lease.runId())
                        .param(lease.databaseId())
                        .param(lease.fence())
                        .update();
            };
        }
    }
}
