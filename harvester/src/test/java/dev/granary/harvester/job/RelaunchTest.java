package dev.granary.harvester.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.granary.harvester.TestProgram;
import dev.granary.harvester.TestStore;
import dev.granary.harvester.runs.HarvestRefused;
import dev.granary.harvester.runs.HarvestRuns;
import dev.granary.harvester.work.DatabaseHarvest;
import dev.granary.harvester.work.HarvestFailure;
import dev.granary.harvester.work.StopSignal;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

class RelaunchTest {

    private final TestStore store = TestStore.forHarvests();

    @TempDir
    private Path folder;

    private TestProgram program;

    @BeforeEach
    void registerAServerThatIsGoneWithThreeDatabases() throws IOException {
        program = new TestProgram(store, folder)
                .servers("servers:\n" + TestProgram.server("erp", TestProgram.closedPort()));
        program.run("register");
        store.owner()
                .sql(
                        "INSERT INTO granary.database (server_id, name) SELECT server.id, d.name FROM granary.server, (VALUES ('Orders'), ('Stock'), ('Pay')) AS d (name)")
                .update();
    }

    @Test
    void refusesARunThatIsAliveOrHasEnded() {
        long alive = run("running", "now()");
        long ended = run("done", "now() - interval '1 hour'");

        assertThat(program.run("relaunch", Long.toString(alive)))
                .satisfies(answer -> assertThat(answer.code()).isEqualTo(2))
                .satisfies(answer -> assertThat(answer.err()).contains("is alive"));
        assertThat(program.run("relaunch", Long.toString(ended)))
                .satisfies(answer -> assertThat(answer.code()).isEqualTo(2))
                .satisfies(answer -> assertThat(answer.err()).contains("has ended"));
    }

    @Test
    void continuesTheSameRunWithWhatIsNotDone() {
        long dead = run("running", "now() - interval '61 seconds'");
        work(dead, "Orders", "'done', 'published'");
        work(dead, "Stock", "'leased', NULL");
        work(dead, "Pay", "'queued', NULL");

        var report = program.run("relaunch", Long.toString(dead), "--json").json();

        assertThat(report.at("/run").asLong()).isEqualTo(dead);
        assertThat(report.at("/databases/total").asInt()).isEqualTo(3);
        assertThat(report.at("/databases/published").asInt()).isEqualTo(3);
        assertThat(count("SELECT count(*) FROM granary.work WHERE attempts > 0"))
                .isEqualTo(2);
        assertThat(program.run("relaunch", Long.toString(dead)).code()).isEqualTo(2);
    }

    @Test
    void leavesARunThatTheProcessCouldNotFinishToBeRelaunchedAtOnce() throws HarvestRefused {
        long run = run("running", "now() - interval '61 seconds'");
        work(run, "Orders", "'queued', NULL");
        try (var served = program.set("test.fake-harvest", "false").serve(HarvestUntilStopped.class)) {
            served.getBean(HarvestRuns.class).relaunch(run);
            await().until(() -> count("SELECT count(*) FROM granary.work WHERE state = 'leased'") == 1);
        }

        assertThat(count("SELECT count(*) FROM granary.work WHERE state = 'queued'"))
                .isEqualTo(1);
        var report = program.set("test.fake-harvest", "true")
                .run("relaunch", Long.toString(run), "--json")
                .json();
        assertThat(report.at("/databases/published").asInt()).isEqualTo(1);
    }

    private long run(String status, String heartbeat) {
        return store.owner()
                .sql(
                        "INSERT INTO granary.run (kind, mode, process, status, heartbeat_at, ended_at, requested) VALUES ('harvest', 'full', 'dead', '"
                                + status + "', " + heartbeat + ", " + (status.equals("running") ? "NULL" : heartbeat)
                                + ", '{\"server\": null, \"database\": null, \"mode\": \"full\"}') RETURNING id")
                .query(Long.class)
                .single();
    }

    private void work(long run, String database, String stateAndOutcome) {
        store.owner()
                .sql(
                        "INSERT INTO granary.work (run_id, database_id, state, outcome, lease_until) SELECT " + run
                                + ", id, " + stateAndOutcome
                                + ", CASE WHEN name = 'Stock' THEN now() + interval '30 seconds' END FROM granary.database WHERE name = ?")
                .param(database)
                .update();
    }

    private long count(String sql) {
        return store.owner().sql(sql).query(Long.class).single();
    }

    /** Reads a database until the process stops, as a long harvest whose connection is cut does. */
    static class HarvestUntilStopped {

        @Bean
        @Primary
        DatabaseHarvest endless(StopSignal stop) {
            return lease -> {
                await().until(stop::isGiven);
                throw new HarvestFailure(null, "lost", "The connection was lost.", null);
            };
        }
    }
}
