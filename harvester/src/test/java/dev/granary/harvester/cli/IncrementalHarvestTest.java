package dev.granary.harvester.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.granary.emulator.EmulatedServer;
import dev.granary.emulator.session.EmulatorServer;
import dev.granary.harvester.TestProgram;
import dev.granary.harvester.TestStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class IncrementalHarvestTest {

    private final TestStore store = TestStore.forHarvests();
    private final EmulatedServer engine = EmulatedServer.create("ERP", TestProgram.CANARY);
    private final EmulatorServer server = EmulatorServer.builder(engine).start();

    @TempDir
    private Path folder;

    private TestProgram program;

    @BeforeEach
    void harvestAServerInFull() throws IOException {
        engine.run("""
                CREATE DATABASE Orders
                CREATE DATABASE Stock
                GO
                USE Orders
                CREATE TABLE dbo.Orders (Id int NOT NULL PRIMARY KEY, Placed datetime2(3) NULL)
                GO
                USE Stock
                CREATE TABLE dbo.Item (Id int NOT NULL PRIMARY KEY, Name nvarchar(50) NOT NULL DEFAULT (N''))
                """);
        program = new TestProgram(store, folder)
                .set("test.fake-harvest", "false")
                .servers("servers:\n" + TestProgram.server("erp", server.port()));
        program.run("register");
        assertThat(program.run("harvest").code()).isZero();
    }

    @AfterEach
    void stopTheServer() {
        server.close();
        engine.close();
    }

    @Test
    void movesOnlyTheTimeOfVerificationWhereNothingChanged() {
        var before = verified();
        long mark = store.mark();

        var report = incremental();

        assertThat(report.at("/databases/unchanged").asInt()).isEqualTo(2);
        assertThat(report.at("/mode").asString()).isEqualTo("incremental");
        assertThat(store.rowsWrittenSince(mark))
                .isEqualTo(Map.of("run", 1L, "run_server", 1L, "work", 2L, "snapshot", 2L));
        assertThat(verified()).isGreaterThan(before);
        assertThat(snapshots()).isEqualTo("Orders full 1, Stock full 1");
    }

    @Test
    void asksOneQuestionOfAnUnchangedDatabase() {
        incremental();
        long two = roundTripsOfAnIncremental();
        for (int i = 0; i < 10; i++) {
            engine.run("CREATE DATABASE More%d".formatted(i));
        }
        incremental();
        assertThat(roundTripsOfAnIncremental() - two).isEqualTo(10);
    }

    private long roundTripsOfAnIncremental() {
        var before = server.counters().now();
        incremental();
        return server.counters().now().since(before).roundTrips();
    }

    @Test
    void readsOnlyWhatChangedAndPublishesIt() {
        engine.run("USE Orders; ALTER TABLE dbo.Orders ADD Note nvarchar(50) NULL");

        var report = incremental();

        assertThat(report.at("/databases/published").asInt()).isEqualTo(1);
        assertThat(report.at("/databases/unchanged").asInt()).isEqualTo(1);
        assertThat(snapshots()).isEqualTo("Orders incremental 2, Stock full 1");
        assertThat(store.owner()
                        .sql("SELECT detail ->> 'aspects' FROM granary.change WHERE event = 'altered'")
                        .query(String.class)
                        .single())
                .isEqualTo("[\"columns\"]");
        assertThat(incremental().at("/databases/unchanged").asInt()).isEqualTo(2);
        assertThat(program.run("harvest", "--json")
                        .json()
                        .at("/databases/unchanged")
                        .asInt())
                .isEqualTo(2);
    }

    @Test
    void writesNoSnapshotWhereADigestMovedAndNothingElse() {
        engine.run("USE Orders; ALTER TABLE dbo.Orders ADD Note nvarchar(50) NULL");
        engine.run(
                "USE Orders; ALTER TABLE dbo.Orders DROP COLUMN Note; EXEC sp_rename 'dbo.Orders.Placed', 'At', 'COLUMN'");
        incremental();
        assertThat(store.owner()
                        .sql("SELECT c ->> 'type' || ' ' || (c ->> 'old') || ' ' || (c ->> 'new')"
                                + " FROM granary.change, jsonb_array_elements(detail -> 'changes') AS c")
                        .query(String.class)
                        .list())
                .containsExactly("column-renamed Placed At");
        engine.run("USE Orders\nGO\nCREATE VIEW dbo.v AS SELECT 1 AS a");
        engine.run("USE Orders; DROP VIEW dbo.v; EXEC sp_rename 'dbo.Orders.At', 'Placed', 'COLUMN'");
        incremental();
        engine.run("USE Stock; ALTER TABLE dbo.Item DROP CONSTRAINT " + defaultName());
        engine.run("USE Stock; ALTER TABLE dbo.Item ADD DEFAULT (N'') FOR Name");
        long mark = store.mark();

        assertThat(incremental().at("/databases/unchanged").asInt()).isEqualTo(2);

        assertThat(snapshots()).isEqualTo("Orders incremental 3, Stock full 1");
        assertThat(store.rowsWrittenSince(mark))
                .containsEntry("digest", 1L)
                .containsEntry("snapshot", 2L)
                .doesNotContainKey("change");
        assertThat(incremental().at("/databases/unchanged").asInt()).isEqualTo(2);
    }

    @Test
    void readsInFullWhatItHasNeverReadOrWhatIsAnotherDatabaseByNow() {
        engine.run("CREATE DATABASE Fresh");
        engine.run(
                "DROP DATABASE Stock; CREATE DATABASE Stock\nGO\nUSE Stock; CREATE TABLE dbo.Item (Id int NOT NULL)");

        incremental();

        assertThat(snapshots()).isEqualTo("Fresh full 1, Orders full 1, Stock full 2");
    }

    @Test
    void readsADatabaseThatIsHeldInFullAndWritesNoSnapshotWhereNothingIsDifferent() {
        engine.run("USE Stock\nGO\n" + tables("CREATE TABLE dbo.T%d (a int NOT NULL, b int NOT NULL)"));
        assertThat(incremental().at("/databases/published").asInt()).isEqualTo(1);
        engine.run("USE Stock\nGO\n" + tables("DROP TABLE dbo.T%d"));
        held();
        assertThat(snapshots()).isEqualTo("Orders full 1, Stock incremental 3");
        assertThat(incremental().at("/databases/unchanged").asInt())
                .as("nothing moved")
                .isEqualTo(2);
        engine.run("USE Stock; ALTER TABLE dbo.Item DROP CONSTRAINT " + defaultName());
        engine.run("USE Stock; ALTER TABLE dbo.Item ADD DEFAULT (N'') FOR Name");
        long mark = store.mark();

        held();

        assertThat(snapshots()).isEqualTo("Orders full 1, Stock incremental 3");
        assertThat(store.rowsWrittenSince(mark)).containsEntry("snapshot", 2L).doesNotContainKey("change");
        engine.run("USE Stock; ALTER TABLE dbo.Item ADD Note nvarchar(50) NULL");
        held();
        assertThat(snapshots()).isEqualTo("Orders full 1, Stock full 4");
        assertThat(unconfirmed()).isEqualTo(20);
    }

    private static String tables(String statement) {
        var script = new StringBuilder();
        for (int i = 1; i <= 20; i++) {
            script.append(statement.formatted(i)).append("\n");
        }
        return script.toString();
    }

    private void held() {
        var ended = program.run("harvest", "--mode", "incremental", "--json");
        assertThat(ended.code()).as(ended.toString()).isEqualTo(3);
        assertThat(ended.json().at("/databases/held").asInt()).isEqualTo(1);
    }

    private int unconfirmed() {
        return store.owner()
                .sql("SELECT count(DISTINCT object_id) FROM granary.unconfirmed")
                .query(Integer.class)
                .single();
    }

    private String defaultName() {
        return store.owner()
                .sql("SELECT p.system_names::json ->> 'defaults/2' FROM granary.placement_current AS p"
                        + " JOIN granary.name AS n ON n.id = p.name_id AND n.name = 'Item'")
                .query(String.class)
                .single();
    }

    private JsonNode incremental() {
        var ended = program.run("harvest", "--mode", "incremental", "--json");
        assertThat(ended.json().at("/failures")).as(ended.toString()).isEmpty();
        return ended.json();
    }

    private String snapshots() {
        return store.owner()
                .sql(
                        "SELECT string_agg(d.name || ' ' || s.mode || ' ' || s.sequence, ', ' ORDER BY d.name) FROM granary.database AS d"
                                + " JOIN LATERAL (SELECT * FROM granary.snapshot WHERE database_id = d.id ORDER BY sequence DESC LIMIT 1) AS s ON true"
                                + " WHERE d.dropped_at IS NULL")
                .query(String.class)
                .single();
    }

    private String verified() {
        return store.owner()
                .sql("SELECT min(verified_at)::text FROM granary.snapshot")
                .query(String.class)
                .single();
    }
}
