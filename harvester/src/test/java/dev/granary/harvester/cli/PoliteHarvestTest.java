package dev.granary.harvester.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import dev.granary.emulator.EmulatedServer;
import dev.granary.emulator.ServerOptions;
import dev.granary.emulator.faults.FaultAction;
import dev.granary.emulator.faults.FaultPoint;
import dev.granary.emulator.faults.FaultRule;
import dev.granary.emulator.session.EmulatorServer;
import dev.granary.harvester.TestProgram;
import dev.granary.harvester.TestStore;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whole harvests of an emulated server: what they cost it, what they wait for, and when they leave it alone. */
class PoliteHarvestTest {

    private final TestStore store = TestStore.forHarvests();
    private final EmulatedServer engine = EmulatedServer.create(ServerOptions.named("erp", TestProgram.CANARY));
    private final EmulatorServer erp =
            EmulatorServer.builder(engine).name("erp").start();

    @TempDir
    private Path folder;

    private TestProgram program;

    @BeforeEach
    void makeThreeDatabases() throws IOException {
        for (var database : List.of("Orders", "Stock", "Pay")) {
            engine.run(
                    "CREATE DATABASE [%1$s]\nGO\nUSE [%1$s]\nGO\nCREATE TABLE dbo.t (id int NOT NULL PRIMARY KEY, name nvarchar(40))"
                            .formatted(database));
        }
        program = new TestProgram(store, folder)
                .set("test.fake-harvest", "false")
                .set("granary.harvest.breaker-rest", "300ms");
        register("connections: 2");
    }

    @AfterEach
    void stop() {
        erp.close();
        engine.close();
    }

    private void register(String limits) throws IOException {
        program.servers("""
                servers:
                  - name: erp
                    host: 127.0.0.1
                    port: %d
                    harvest: {type: sql, username: sa, password: "${SOURCE_PASSWORD}"}
                    tls: {encrypt: "false"}
                    limits: {loginTimeoutSeconds: 2, statementTimeoutSeconds: 30, %s}
                """.formatted(erp.port(), limits));
        assertThat(program.run("register").code()).isZero();
    }

    @Test
    void countsWhatItCostsAsTheServerDoes() {
        var before = erp.counters().now();

        var cost = program.run("harvest", "--json").json().at("/cost");

        var counted = erp.counters().now().since(before);
        assertThat(cost.at("/connections").asLong()).isEqualTo(counted.logins());
        assertThat(cost.at("/roundTrips").asLong()).isEqualTo(counted.roundTrips());
        assertThat(cost.at("/rows").asLong()).isEqualTo(counted.rows());
        assertThat(cost.at("/bytesIn").asDouble())
                .isCloseTo(counted.bytes(), within(0.05 * counted.bytes() + 500 * counted.logins()));
        assertThat(cost.at("/bytesOut").asLong()).isPositive();
        assertThat(cost.at("/sourceMillis").asLong()).isPositive();
        assertThat(cost.at("/attempts").asLong()).isEqualTo(3);
        assertThat(store.owner()
                        .sql("SELECT round_trips, rows, source_millis FROM granary.work")
                        .query()
                        .listOfRows())
                .hasSize(3)
                .allSatisfy(work -> assertThat((Long) work.get("round_trips")).isGreaterThan(10))
                .allSatisfy(work -> assertThat(work.values())
                        .allSatisfy(spent -> assertThat((Long) spent).isPositive()));
    }

    @Test
    void leavesTheRestWhenTheRunHasTakenItsShareOfTheServersTime() throws IOException {
        register("connections: 1, sourceSecondsPerRun: 1");
        erp.faults()
                .add(FaultRule.at(FaultPoint.STATEMENT, new FaultAction.Delay(Duration.ofMillis(600)))
                        .onText("One row per column of a table"));

        var ended = program.run("harvest", "--json");

        assertThat(ended.code()).as(ended.toString()).isZero();
        assertThat(ended.json().at("/databases/published").asInt()).isEqualTo(1);
        assertThat(ended.json().at("/databases/skipped").asInt()).isEqualTo(2);
        assertThat(ended.json().at("/skips/0/code").asString()).isEqualTo("budget");
        assertThat(ended.json().at("/skips/0/reason").asString()).contains("sourceSecondsPerRun");
        assertThat(store.owner()
                        .sql("SELECT count(*) FROM granary.database WHERE stale_reason LIKE '%sourceSecondsPerRun%'")
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void spacesStatements() throws IOException {
        register("connections: 2, statementsPerMinute: 2400");

        var cost = program.run("harvest", "--json").json().at("/cost");

        // Each statement has put the next one off by 60 s / 2400; making a connection takes round trips and sends none.
        assertThat(store.owner()
                        .sql(
                                "SELECT extract(epoch FROM next_statement_at - started_at)::float8 FROM granary.server_pace, granary.run")
                        .query(Double.class)
                        .single())
                .isGreaterThan(0.025
                        * (cost.at("/roundTrips").asLong()
                                - 3 * cost.at("/connections").asLong()));
    }

    private static Stream<FaultAction> passing() {
        return Stream.of(
                new FaultAction.Fail(1205, 13, 51, "Chosen as the deadlock victim."),
                new FaultAction.Fail(1222, 16, 45, "Lock request time out period exceeded."),
                new FaultAction.Drop());
    }

    @ParameterizedTest
    @MethodSource("passing")
    void readsADatabaseAgainAfterWhatPassesInMidSection(FaultAction fault) {
        erp.faults()
                .add(FaultRule.at(FaultPoint.STATEMENT, fault)
                        .onText("FROM sys.columns")
                        .afterRows(1)
                        .times(2));

        var ended = program.run("harvest", "--json");

        assertThat(ended.code()).as(ended.toString()).isZero();
        assertThat(ended.json().at("/databases/published").asInt()).isEqualTo(3);
        assertThat(ended.json().at("/cost/attempts").asInt()).isEqualTo(5);
    }

    @Test
    void leavesAServerToRestToWhichNoConnectionCanBeMadeAnyMore() {
        var reading = erp.faults()
                .add(FaultRule.at(FaultPoint.STATEMENT, new FaultAction.Silence())
                        .onText("FROM sys.columns"));
        Thread.ofVirtual().start(() -> {
            await().until(() -> reading.struck() > 0);
            erp.close();
        });

        var ended = program.run("harvest", "--json");

        assertThat(ended.code()).as(ended.toString()).isEqualTo(3);
        assertThat(ended.json().at("/databases/failed").asInt()).isEqualTo(3);
        assertThat(ended.json().findValuesAsString("code")).contains("refused");
        assertThat(ended.json().at("/cost/attempts").asInt()).isLessThanOrEqualTo(9);
        assertThat(store.owner()
                        .sql("SELECT failures >= 3 AND rests >= 2 FROM granary.server_breaker")
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }
}
