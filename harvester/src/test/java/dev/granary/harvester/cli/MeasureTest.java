package dev.granary.harvester.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.granary.emulator.EmulatedServer;
import dev.granary.emulator.session.EmulatorServer;
import dev.granary.harvester.TestProgram;
import dev.granary.harvester.TestStore;
import dev.granary.harvester.measures.Measuring;
import dev.granary.harvester.runs.HarvestMode;
import dev.granary.harvester.runs.HarvestRequest;
import dev.granary.harvester.source.HarvestServers;
import dev.granary.harvester.source.SourceSessions;
import dev.granary.harvester.work.Guests;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command, on the emulator behind the real driver. */
class MeasureTest {

    private final TestStore store = TestStore.forHarvests();
    private final EmulatedServer engine = EmulatedServer.create("ERP", TestProgram.CANARY);
    private final EmulatorServer server = EmulatorServer.builder(engine).start();

    @TempDir
    private Path folder;

    private TestProgram program;

    @BeforeEach
    void harvestTwoDatabases() throws IOException {
        engine.run("""
                CREATE DATABASE Orders
                GO
                CREATE DATABASE Stock
                GO
                USE Orders
                GO
                CREATE TABLE dbo.Orders (Id int NOT NULL PRIMARY KEY, Placed datetime2(3) NULL)
                GO
                CREATE TABLE dbo.Notes (Note nvarchar(50) NULL)
                GO
                """);
        program = new TestProgram(store, folder)
                .set("test.fake-harvest", "false")
                .servers("servers:\n" + TestProgram.server("erp", server.port()));
        program.run("register");
        program.run("harvest");
    }

    @AfterEach
    void stopTheServer() {
        server.close();
        engine.close();
    }

    @Test
    void measuresEveryHarvestedDatabaseAndSnapshotsNothing() {
        long mark = store.mark();

        var ended = program.run("measure", "--json");

        assertThat(ended.err()).isEmpty();
        assertThat(ended.code()).isZero();
        assertThat(ended.json().at("/databases/measured").asInt()).isEqualTo(2);
        assertThat(ended.json().at("/series").asInt()).isEqualTo(4);
        assertThat(store.rowsWrittenSince(mark)).containsKeys("measure", "measure_current", "measurement");
        assertThat(store.rowsWrittenSince(mark)).doesNotContainKeys("snapshot", "run", "part", "placement_current");
    }

    @Test
    void skipsWhatIsOutOfReachWithItsReason() {
        engine.run("ALTER DATABASE Stock SET OFFLINE");

        var ended = program.run("measure", "--json");

        assertThat(ended.code()).isZero();
        assertThat(ended.json().at("/databases/skipped").asInt()).isEqualTo(1);
        assertThat(ended.json().at("/findings/0/code").asString()).isEqualTo("offline");
    }

    @Test
    void reportsAllOtherDatabasesWhereTheStoreFailsInOne() {
        store.owner()
                .sql("ALTER TABLE granary.measure ADD CONSTRAINT no_more CHECK (rows IS NULL) NOT VALID")
                .update();

        var ended = program.run("measure", "--json");
        store.owner().sql("ALTER TABLE granary.measure DROP CONSTRAINT no_more").update();

        assertThat(ended.code()).isEqualTo(ExitCode.DONE_WITH_FAILURES);
        assertThat(ended.json().at("/databases/measured").asInt()).isEqualTo(1);
        assertThat(ended.json().at("/findings/0/database").asString()).isEqualTo("Orders");
        assertThat(ended.json().at("/findings/0/code").asString()).isEqualTo("store");
    }

    @Test
    void endsWithFailuresWhereAServerIsGone() {
        server.close();

        var ended = program.run("measure", "--json");

        assertThat(ended.code()).isEqualTo(ExitCode.DONE_WITH_FAILURES);
        assertThat(ended.json().at("/findings/0/status").asString()).isEqualTo("failed");
    }

    @Test
    void measuresNothingMoreOfAServerWhoseBlackoutHasBegunWhereTheScheduleAsks() throws Exception {
        program.servers(
                        "servers:\n" + TestProgram.server("erp", server.port())
                                + "    schedule: {full: never, incremental: never, measures: never, blackout: [\"* 08:00-18:00\"]}\n")
                .run("register");
        var noon = Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC);
        try (var harvester = program.serve()) {
            var measuring = new Measuring(
                    harvester.getBean(HarvestServers.class),
                    harvester.getBean(Guests.class),
                    harvester.getBean(SourceSessions.class),
                    harvester.getBean(DataSource.class),
                    noon);

            var scheduled = measuring.measure(HarvestRequest.scheduled("erp", HarvestMode.INCREMENTAL));
            var asked = measuring.measure(HarvestRequest.EVERYTHING);

            assertThat(scheduled.answer().databases().skipped()).isEqualTo(2);
            assertThat(scheduled.answer().findings())
                    .allSatisfy(finding -> assertThat(finding.code()).isEqualTo("blackout"));
            assertThat(asked.answer().databases().measured()).isEqualTo(2);
        }
    }

    @Test
    void refusesAPatternThatMatchesNothing() {
        var ended = program.run("measure", "--database", "Nowhere");

        assertThat(ended.code()).isEqualTo(ExitCode.REFUSED);
        assertThat(ended.err()).contains("No harvested database matches");
    }
}
