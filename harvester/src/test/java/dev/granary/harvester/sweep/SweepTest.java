package dev.granary.harvester.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.granary.emulator.faults.FaultAction;
import dev.granary.emulator.faults.FaultPoint;
import dev.granary.emulator.faults.FaultRule;
import dev.granary.harvester.ListingServer;
import dev.granary.harvester.TestProgram;
import dev.granary.harvester.TestStore;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SweepTest {

    private final TestStore store = TestStore.forHarvests();

    private final ListingServer erp = new ListingServer().online("Orders", 5).online("Stock", 6);

    @TempDir
    private Path folder;

    private TestProgram program;

    @BeforeEach
    void registerTheServer() throws IOException {
        program = new TestProgram(store, folder);
        register(TestProgram.server("erp", erp.port()));
    }

    @AfterEach
    void stopTheServer() {
        erp.close();
    }

    @Test
    void harvestsWhatIsInReachAndSkipsTheRestWithItsReason() {
        erp.offline("Old", 7).denied("Pay", 8);

        var ended = program.run("harvest", "--json");

        assertThat(ended.code()).isZero();
        var report = ended.json();
        assertThat(report.at("/status").asString()).isEqualTo("done");
        assertThat(report.at("/databases/total").asInt()).isEqualTo(4);
        assertThat(report.at("/databases/published").asInt()).isEqualTo(2);
        assertThat(report.at("/databases/skipped").asInt()).isEqualTo(2);
        assertThat(report.at("/skips/0/code").asString()).isEqualTo("offline");
        assertThat(report.at("/skips/1/code").asString()).isEqualTo("denied");
        assertThat(databases())
                .extracting(row -> row.get("name"), row -> row.get("state"), row -> row.get("stale_reason") != null)
                .containsExactly(
                        tuple("Old", "OFFLINE", true),
                        tuple("Orders", "ONLINE", false),
                        tuple("Pay", "ONLINE", true),
                        tuple("Stock", "ONLINE", false));
        assertThat(server())
                .containsEntry("status", "reachable")
                .containsEntry("version", "16.0.4135.4")
                .containsEntry("engine_edition", 3);
    }

    @Test
    void harvestsTheServersThatAnsweredWhileAnotherIsStillAwaited() throws IOException {
        try (var silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            register(TestProgram.server("erp", erp.port()) + TestProgram.server("silent", silent.getLocalPort()));

            var report = program.run("harvest", "--json").json();

            assertThat(report.at("/databases/published").asInt()).isEqualTo(2);
            assertThat(report.at("/failures/0/server").asString()).isEqualTo("silent");
            assertThat(store.owner()
                            .sql("SELECT every(w.ended_at < r.swept_at) FROM granary.work AS w"
                                    + " JOIN granary.run AS r ON r.id = w.run_id")
                            .query(Boolean.class)
                            .single())
                    .isTrue();
        }
    }

    @Test
    void writesNothingAboutServersAndDatabasesThatAreAsTheyWere() {
        program.run("harvest");
        long mark = store.mark();

        program.run("harvest");

        assertThat(store.rowsWrittenSince(mark)).containsOnlyKeys("run", "run_server", "work");
    }

    @Test
    void goesOnWithTheOthersWhenAServerRefusesTheLogin() throws IOException {
        try (var shop = new ListingServer().online("Baskets", 5)) {
            program.set("SHOP_PASSWORD", "not-the-password-of-anybody");
            register(TestProgram.server("erp", erp.port())
                    + TestProgram.server("shop", shop.port()).replace("SOURCE_PASSWORD", "SHOP_PASSWORD"));

            var ended = program.run("harvest", "--json");

            assertThat(ended.code()).isEqualTo(3);
            assertThat(ended.json().at("/databases/published").asInt()).isEqualTo(2);
            assertThat(ended.json().at("/failures/0/server").asString()).isEqualTo("shop");
            assertThat(ended.json().at("/failures/0/code").asString()).isEqualTo("18456");
            assertThat(ended.out() + ended.err()).doesNotContain("not-the-password-of-anybody", TestProgram.CANARY);
            assertThat(store.owner()
                            .sql("SELECT status FROM granary.server WHERE name = 'shop'")
                            .query(String.class)
                            .single())
                    .isEqualTo("denied");
        }
    }

    @Test
    void goesOnWithTheOthersWhenAServersCertificateIsNotTrusted() throws IOException {
        try (var shop = new ListingServer().online("Baskets", 5)) {
            register(TestProgram.server("erp", erp.port())
                    + TestProgram.server("shop", shop.port()).replace("encrypt: \"false\"", "encrypt: \"true\""));

            var ended = program.run("harvest", "--json");

            assertThat(ended.code()).isEqualTo(3);
            assertThat(ended.json().at("/databases/published").asInt()).isEqualTo(2);
            assertThat(ended.json().at("/failures/0/code").asString()).isEqualTo("certificate");
        }
    }

    @Test
    void marksWhatWasHarvestedAsStaleUntilTheServerIsBack() throws IOException {
        program.run("harvest");
        register(TestProgram.server("erp", TestProgram.closedPort()));

        assertThat(program.run("harvest").code()).isEqualTo(3);

        assertThat(databases())
                .allSatisfy(
                        row -> assertThat(row.get("stale_reason")).asString().contains("nothing listens there"));
        register(TestProgram.server("erp", erp.port()));
        assertThat(program.run("harvest").code()).isZero();
        assertThat(server()).containsEntry("status", "reachable");
    }

    @Test
    void asksAgainWhenTheListingIsADeadlocksVictim() {
        erp.faults()
                .add(FaultRule.at(FaultPoint.STATEMENT, new FaultAction.Fail(1205, 13, 51, "Deadlock."))
                        .onText("sys\\.databases")
                        .times(1));

        assertThat(program.run("harvest").code()).isZero();
    }

    @Test
    void keepsADatabaseThatWasRenamed() {
        program.run("harvest");
        var before = id("Stock");
        erp.without("Stock").online("Inventory", 6);

        program.run("harvest");

        assertThat(id("Inventory")).isEqualTo(before);
        assertThat(databases()).extracting(row -> row.get("name")).containsExactly("Inventory", "Orders");
    }

    @Test
    void callsADatabaseDroppedOnlyWhenTheLoginSeesAllOfThem() {
        program.run("harvest");
        erp.without("Stock").showsOnlyWhatTheLoginMayEnter();

        program.run("harvest");

        assertThat(databases())
                .filteredOn(row -> row.get("name").equals("Stock"))
                .singleElement()
                .satisfies(row -> assertThat(row.get("stale_reason")).asString().contains("VIEW ANY DATABASE"))
                .satisfies(row -> assertThat(row.get("dropped_at")).isNull());
    }

    @Test
    void neitherCallsADatabaseDroppedNorMissesARightWhereTheEngineOnlyResemblesSqlServer() {
        erp.babelfish("4.1.0").showsOnlyWhatTheLoginMayEnter();
        program.run("harvest");
        erp.without("Stock");

        program.run("harvest");

        assertThat(databases())
                .filteredOn(row -> row.get("name").equals("Stock"))
                .singleElement()
                .satisfies(row -> assertThat(row.get("stale_reason"))
                        .asString()
                        .contains("the engine does not say")
                        .doesNotContain("VIEW ANY DATABASE"))
                .satisfies(row -> assertThat(row.get("dropped_at")).isNull());
    }

    @Test
    void callsADatabaseDroppedThatIsNoLongerListed() {
        program.run("harvest");
        erp.without("Stock");

        program.run("harvest");

        assertThat(databases())
                .filteredOn(row -> row.get("dropped_at") != null)
                .extracting(row -> row.get("name"))
                .containsExactly("Stock");
    }

    @Test
    void callsNoDatabaseDroppedWhenAllAreMissingAtOnceUntilThatIsReleased() {
        program.run("harvest");
        erp.without("Orders").without("Stock");

        var emptied = program.run("harvest", "--json");
        assertThat(emptied.code()).isEqualTo(3);
        assertThat(emptied.json().at("/databases/held").asInt()).isEqualTo(2);
        assertThat(emptied.json().at("/failures/0/code").asString()).isEqualTo("all-databases-missing");
        assertThat(databases()).hasSize(2).allMatch(row -> row.get("stale_reason") != null);

        program.run("release", "erp/Stock");
        assertThat(databases())
                .filteredOn(row -> row.get("dropped_at") != null)
                .extracting(row -> row.get("name"))
                .containsExactly("Stock");
    }

    @Test
    void callsTheOnlyDatabaseOfAServerDroppedOnlyOnceThatIsReleased() {
        erp.without("Stock");
        program.run("harvest");
        erp.without("Orders").online("Elsewhere", 9);

        var repointed = program.run("harvest", "--json");
        assertThat(repointed.code()).isEqualTo(3);
        assertThat(repointed.json().at("/failures/0/code").asString()).isEqualTo("all-databases-missing");
        assertThat(dropped()).isEmpty();

        assertThat(program.run("harvest").code())
                .as("that the server lists another one by now proves nothing")
                .isEqualTo(3);
        assertThat(dropped()).isEmpty();

        program.run("release", "erp/Orders");
        assertThat(dropped()).containsExactly("Orders");
    }

    @Test
    void asksNoMoreAboutDatabasesThatWereRejectedUntilTheyWereListedAgain() {
        program.run("harvest");
        erp.without("Orders").without("Stock");
        program.run("harvest");
        assertThat(program.run("reject", "erp").code()).isZero();

        var again = program.run("harvest", "--json");
        assertThat(again.code()).isZero();
        assertThat(again.json().at("/databases/held").asInt()).isZero();
        assertThat(holds()).containsExactly("rejected", "rejected");
        assertThat(databases()).hasSize(2).allMatch(row -> row.get("stale_reason") != null);

        erp.online("Orders", 5).online("Stock", 6);
        program.run("harvest");
        assertThat(holds()).containsExactly("superseded", "superseded");

        erp.without("Orders").without("Stock");
        assertThat(program.run("harvest").code()).isEqualTo(3);
        assertThat(holds()).containsExactly("superseded", "superseded", "open", "open");
    }

    @Test
    void readsOnlyTheDatabasesAskedFor() {
        var ended = program.run("harvest", "--database", "ord*", "--json");

        assertThat(ended.json().at("/databases/total").asInt()).isEqualTo(1);
        assertThat(databases()).extracting(row -> row.get("name")).containsExactly("Orders");
    }

    @Test
    void refusesARequestThatMatchesNoDatabaseAndChangesNothing() {
        long mark = store.mark();

        var ended = program.run("harvest", "--database", "nothing-like-that", "--json");

        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.json().at("/failures/0/code").asString()).isEqualTo("nothing-matches");
        assertThat(store.rowsWrittenSince(mark)).containsOnlyKeys("run", "run_problem");
    }

    private void register(String servers) throws IOException {
        assertThat(program.servers("servers:\n" + servers).run("register").code())
                .isZero();
    }

    private List<Map<String, Object>> databases() {
        return store.owner()
                .sql("SELECT name, state, stale_reason, dropped_at FROM granary.database ORDER BY name")
                .query()
                .listOfRows();
    }

    private List<String> dropped() {
        return store.owner()
                .sql("SELECT name FROM granary.database WHERE dropped_at IS NOT NULL")
                .query(String.class)
                .list();
    }

    private List<String> holds() {
        return store.owner()
                .sql("SELECT state FROM granary.hold ORDER BY id")
                .query(String.class)
                .list();
    }

    private Map<String, Object> server() {
        return store.owner()
                .sql("SELECT status, version, engine_edition FROM granary.server WHERE name = 'erp'")
                .query()
                .singleRow();
    }

    private int id(String database) {
        return store.owner()
                .sql("SELECT id FROM granary.database WHERE name = ?")
                .param(database)
                .query(Integer.class)
                .single();
    }
}
