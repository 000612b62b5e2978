package dev.granary.harvester.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.granary.emulator.EmulatedServer;
import dev.granary.emulator.faults.FaultAction;
import dev.granary.emulator.faults.FaultPoint;
import dev.granary.emulator.faults.FaultRule;
import dev.granary.emulator.session.EmulatorServer;
import dev.granary.harvester.TestProgram;
import dev.granary.harvester.TestStore;
import dev.granary.harvester.runs.HarvestMode;
import dev.granary.harvester.runs.HarvestRequest;
import dev.granary.harvester.runs.HarvestRuns;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What several processes ask of one emulated server at once, outside the reading of leased databases. */
class TwoProcessesTest {

    private static final int DATABASES = 8;

    private final TestStore store = TestStore.forHarvests();
    private final EmulatedServer engine = EmulatedServer.create("ERP", TestProgram.CANARY);
    private final EmulatorServer server = EmulatorServer.builder(engine).start();

    @TempDir
    private Path folder;

    private TestProgram program;

    @BeforeEach
    void harvestAServerThatTakesTwoConnections() throws IOException {
        for (int i = 0; i < DATABASES; i++) {
            engine.run("CREATE DATABASE D%1$d\nGO\nUSE D%1$d\nGO\nCREATE TABLE dbo.t (id int NOT NULL PRIMARY KEY)"
                    .formatted(i));
        }
        program = new TestProgram(store, folder)
                .set("test.fake-harvest", "false")
                .set("granary.schedule.enabled", "false")
                .set("granary.health.enabled", "false");
        register(2);
        assertThat(program.run("harvest").code()).isZero();
    }

    @AfterEach
    void stopTheServer() {
        server.close();
        engine.close();
    }

    /** So that what may happen at once does. */
    private void answerSlowly() {
        server.faults().add(FaultRule.at(FaultPoint.STATEMENT, new FaultAction.Delay(Duration.ofMillis(100))));
    }

    private void register(int connections) throws IOException {
        program.servers("servers:\n"
                + TestProgram.server("erp", server.port())
                        .replace("connections: 2", "connections: %d".formatted(connections)));
        assertThat(program.run("register").code()).isZero();
    }

    @Test
    void haveNoMoreConnectionsInUseThanAllowedWhileBothSweep() throws Exception {
        answerSlowly();
        var changed = new HarvestRequest(null, null, HarvestMode.INCREMENTAL);
        try (var one = program.serve();
                var other = program.serve()) {
            var first = one.getBean(HarvestRuns.class);
            var second = other.getBean(HarvestRuns.class);
            long run = first.start(changed);
            long another = second.start(changed);

            assertThat(first.await(run).databases().unchanged()).isEqualTo(DATABASES);
            assertThat(second.await(another).databases().unchanged()).isEqualTo(DATABASES);
        }
        assertThat(server.counters().mostAtOnce()).isBetween(1, 2);
        assertThat(guests()).isZero();
    }

    @Test
    void takeAllDigestsOverTheOneConnectionThatAnotherLeaves() throws IOException {
        answerSlowly();
        lease("D0");
        lease("D1");
        try (var fresh = EmulatorServer.builder(engine).faults(server.faults()).start()) {
            program.servers(
                    "servers:\n" + TestProgram.server("erp", fresh.port()).replace("connections: 2", "connections: 3"));
            program.run("register");

            var ended = program.run("harvest", "--mode", "incremental", "--json");

            assertThat(ended.json().at("/databases/unchanged").asInt())
                    .as(ended.toString())
                    .isEqualTo(DATABASES);
            assertThat(fresh.counters().mostAtOnce()).isEqualTo(1);
        }
    }

    @Test
    void sweepAServerOnceAnotherRunIsThroughWithADatabaseOfIt() throws IOException {
        register(1);
        lease("D0");
        long mark = server.counters().now().logins();
        var swept = CompletableFuture.supplyAsync(() -> program.run("harvest", "--mode", "incremental", "--json"));
        await().until(() -> waiting() == 1);
        assertThat(server.counters().now().logins()).isEqualTo(mark);

        endLeases();

        assertThat(swept.join().json().at("/databases/unchanged").asInt()).isEqualTo(DATABASES);
    }

    @Test
    void measureOverTheOneConnectionThatThereIsOnceItIsFree() throws IOException {
        register(1);
        lease("D0");
        var measured = CompletableFuture.supplyAsync(() -> program.run("measure", "--json"));
        await().until(() -> waiting() == 1);

        endLeases();

        assertThat(measured.join().json().at("/databases/measured").asInt()).isEqualTo(DATABASES);
        assertThat(guests()).isZero();
    }

    /** Another process reads the database in a run of its own. */
    private void lease(String database) {
        store.owner()
                .sql(
                        "WITH other AS (INSERT INTO granary.run (kind, mode, process) VALUES ('harvest', 'full', 'other') RETURNING id)"
                                + " INSERT INTO granary.work (run_id, database_id, server_id, state, owner, lease_until)"
                                + " SELECT other.id, d.id, d.server_id, 'leased', 'other', now() + interval '1 hour'"
                                + " FROM other, granary.database AS d WHERE d.name = ?")
                .param(database)
                .update();
    }

    private void endLeases() {
        store.owner()
                .sql("UPDATE granary.work SET state = 'done', outcome = 'published' WHERE state = 'leased'")
                .update();
    }

    private long waiting() {
        return count("SELECT count(*) FROM granary.guest WHERE NOT seated");
    }

    private long guests() {
        return count("SELECT count(*) FROM granary.guest");
    }

    private long count(String sql) {
        return store.owner().sql(sql).query(Long.class).single();
    }
}
