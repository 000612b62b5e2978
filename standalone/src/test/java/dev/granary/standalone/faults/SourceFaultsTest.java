package dev.granary.standalone.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.granary.emulator.ServerOptions;
import dev.granary.emulator.faults.FaultAction;
import dev.granary.emulator.faults.FaultAction.Drop;
import dev.granary.emulator.faults.FaultAction.Fail;
import dev.granary.emulator.faults.FaultAction.Silence;
import dev.granary.emulator.faults.FaultPoint;
import dev.granary.emulator.faults.FaultRule;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * One source fails in every way there is, from end to end. Each time the others are published, what was known of the failing one is served as
 * stale with the reason, the exit code is right, the next harvest mends it, and the password is seen nowhere.
 */
class SourceFaultsTest {

    private static final List<String> SOUTHERN = List.of("archive", "ledger", "people");

    @TempDir
    private static Path folder;

    private static Canary canary;
    private static Granary granary;
    private static Source north;
    private static Source south;
    private static int changes;

    private final Map<String, JsonNode> before = new TreeMap<>();

    @BeforeAll
    static void harvestASoundEstate() throws IOException, SQLException {
        canary = Canary.listening();
        granary = Granary.start(folder, canary);
        north = Source.start("north", "orders", "stock");
        south = Source.start("south", "archive", "ledger", "people");
        granary.register(north.entry(), south.entry());
        var ended = granary.harvest();
        assertThat(ended.code()).as(ended.toString()).isZero();
        assertThat(ended.json().at("/databases/published").asInt()).isEqualTo(5);
    }

    @AfterAll
    static void stop() throws IOException {
        north.close();
        south.close();
        granary.close();
        canary.close();
    }

    @BeforeEach
    void noteWhatIsKnownAndChangeTheNorth() {
        for (var database : SOUTHERN) {
            before.put(database, granary.rest().database("south", database, SourceFaultsTest::isCurrent));
        }
        before.put("stock", granary.rest().database("north", "stock"));
        changes++;
        north.runIn("stock", "CREATE TABLE dbo.%s (id int NOT NULL)".formatted(freshTable()));
    }

    @AfterEach
    void thePasswordIsSeenNowhere() {
        assertThat(granary.rest().status("/api/v1/servers/south/databases/none"))
                .isEqualTo(404);
        granary.rest().get("/api/v1/runs");
        assertThat(canary.everythingHeard()).doesNotContain(Canary.PASSWORD);
        assertThat(Canary.tablesThatHold(Canary.PASSWORD, granary.store())).isEmpty();
    }

    @Test
    void theSearchForThePasswordFindsWhatIsThere() {
        assertThat(Canary.tables(granary.store()))
                .contains("granary.harvest_credential", "batch.batch_job_execution", "granary.run_problem");
        assertThat(Canary.tablesThatHold("south", granary.store())).contains("granary.server");
        assertThat(canary.everythingHeard()).contains("\"published\":5");
    }

    @Test
    void outlivesAHostThatIsUnreachable() throws IOException {
        granary.register(north.entry(), south.entry().at("no-such-host.invalid", 1433));
        theSouthIsOutOfReach("unknown-host", "the host's name is not known");
    }

    @Test
    void outlivesAPortThatRefuses() throws IOException {
        granary.register(north.entry(), south.entry().at("127.0.0.1", closedPort()));
        theSouthIsOutOfReach("refused", "nothing listens there");
    }

    @Test
    void givesUpOnASilentServerWithinItsLoginTimeout() throws IOException {
        south.fault(FaultRule.at(FaultPoint.CONNECT, new Silence()));
        theSouthIsOutOfReach("timeout", "did not answer within loginTimeoutSeconds");
    }

    @Test
    void outlivesAWrongPassword() throws IOException {
        granary.register(north.entry(), south.entry().withPassword("${WRONG_PASSWORD}"));
        theSouthIsOutOfReach("18456", "the login failed");
    }

    @Test
    void trustsNoCertificateThatNobodyVouchesFor() throws IOException {
        granary.register(north.entry(), south.entry().withTls("{encrypt: \"true\", trustServerCertificate: false}"));
        theSouthIsOutOfReach("certificate", "certificate is not trusted");
    }

    @Test
    void skipsADatabaseThatIsOffline() {
        south.run("ALTER DATABASE ledger SET OFFLINE");
        theLedgerIsSkipped("offline", "OFFLINE");
        south.run("ALTER DATABASE ledger SET ONLINE");
        allIsMended();
    }

    @Test
    void skipsADatabaseThatTheLoginMayNotEnter() {
        south.runIn("ledger", "DROP USER granary_harvest");
        theLedgerIsSkipped("denied", "may not enter the database");
        south.runIn(
                "ledger",
                "CREATE USER granary_harvest FOR LOGIN granary_harvest\nGO\nGRANT VIEW DEFINITION TO granary_harvest");
        allIsMended();
    }

    @Test
    void keepsWhatIsKnownWhenASectionIsDenied() {
        south.fault(onSection("sys\\.check_constraints", refusal(229)));
        theLedgerKeepsWhatIsKnown("checks", "denied", "229");
    }

    @Test
    void keepsWhatIsKnownWhenAViewIsGoneThatWasThere() {
        south.fault(onSection("sys\\.sequences", refusal(208)));
        theLedgerKeepsWhatIsKnown("sequences", "unsupported", "208");
    }

    @Test
    void keepsTheOldSnapshotWhenTheConnectionDropsInMidResultAgainAndAgain() {
        south.fault(onSection("One row per column of a table", new Drop()).afterRows(2));
        theLedgerFails("columns", "lost");
    }

    @Test
    void readsAgainWhenTheConnectionDropsInMidResultOnce() {
        var drop = south.fault(onSection("One row per column of a table", new Drop())
                .afterRows(2)
                .times(1));
        allIsMended();
        assertThat(drop.struck()).isEqualTo(1);
    }

    @Test
    void readsAgainWhenItWasChosenAsDeadlockVictim() {
        var deadlock = south.fault(onSection("sys\\.indexes", refusal(1205)).times(1));
        allIsMended();
        assertThat(deadlock.struck()).isEqualTo(1);
    }

    @Test
    void publishesWithoutASectionThatIsDeniedFromTheFirstDay() {
        south.fault(FaultRule.at(FaultPoint.STATEMENT, refusal(229))
                .inDatabase("newcomer")
                .onText("sys\\.check_constraints"));
        south.create("newcomer");

        assertThat(granary.harvest().code()).isZero();

        var newcomer = granary.rest().database("south", "newcomer", SourceFaultsTest::isCurrent);
        assertThat(newcomer.at("/snapshot/sections/checks").asString()).isEqualTo("denied");
        assertThat(newcomer.at("/snapshot/sections/columns").asString()).isEqualTo("complete");

        south.mend();
        assertThat(granary.harvest().code()).isZero();
        granary.rest()
                .database(
                        "south",
                        "newcomer",
                        database -> database.at("/snapshot/sections/checks")
                                .asString()
                                .equals("complete"));
        south.run("DROP DATABASE newcomer");
        allIsMended();
    }

    @Test
    void takesAViewThatTheEngineLacksForUnsupportedWhateverItsErrorNumber() throws IOException {
        var named = ServerOptions.named("lean", Canary.PASSWORD).without("sys.sequences");
        var other = ServerOptions.named("odd", Canary.PASSWORD)
                .without("sys.sequences")
                .withErrorNumber(33557097);
        try (var lean = Source.start(named, "lean", "small");
                var odd = Source.start(other, "odd", "small")) {
            granary.register(north.entry(), south.entry(), lean.entry(), odd.entry());

            var ended = granary.harvest();

            assertThat(ended.code()).as(ended.toString()).isZero();
            for (var server : List.of("lean", "odd")) {
                var sections = granary.rest()
                        .database(server, "small", SourceFaultsTest::isCurrent)
                        .at("/snapshot/sections");
                assertThat(sections.at("/sequences").asString()).as(server).isEqualTo("unsupported");
                assertThat(sections.at("/columns").asString()).as(server).isEqualTo("complete");
            }
            theNorthIsPublished();
        }
        granary.register(north.entry(), south.entry());
        allIsMended();
    }

    @Test
    void refusesARequestThatMatchesNothing() {
        assertThat(granary.harvest("--server", "nowhere").code()).isEqualTo(2);
        assertThat(granary.harvest("--database", "nothing").code()).isEqualTo(2);
    }

    @Test
    void failsWhenTheStoreIsAway() throws IOException {
        var store = "jdbc:postgresql://127.0.0.1:%d/granary".formatted(closedPort());
        assertThat(granary.run(Map.of("GRANARY_DB_URL", store), "harvest").code())
                .isEqualTo(1);
    }

    private void theSouthIsOutOfReach(String code, String reason) throws IOException {
        var ended = granary.harvest();

        assertThat(ended.code()).as(ended.toString()).isEqualTo(3);
        assertThat(ended.json().at("/status").asString()).isEqualTo("done_with_failures");
        assertThat(ended.json().at("/failures").values()).singleElement().satisfies(failure -> {
            assertThat(failure.at("/server").asString()).isEqualTo("south");
            assertThat(failure.at("/database").isNull()).isTrue();
            assertThat(failure.at("/code").asString()).isEqualTo(code);
            assertThat(failure.at("/reason").asString()).contains(reason);
        });
        theNorthIsPublished();
        for (var database : SOUTHERN) {
            isServedAsStale(database, reason);
        }

        south.mend();
        granary.register(north.entry(), south.entry());
        allIsMended();
    }

    private void theLedgerFails(String section, String code) {
        var ended = granary.harvest();

        assertThat(ended.code()).as(ended.toString()).isEqualTo(3);
        assertThat(ended.json().at("/databases/failed").asInt()).isEqualTo(1);
        assertThat(ended.json().at("/failures").values()).singleElement().satisfies(failure -> {
            assertThat(failure.at("/server").asString()).isEqualTo("south");
            assertThat(failure.at("/database").asString()).isEqualTo("ledger");
            assertThat(failure.at("/section").asString()).isEqualTo(section);
            assertThat(failure.at("/code").asString()).isEqualTo(code);
        });
        isServedAsStale("ledger", ended.json().at("/failures/0/reason").asString());
        theNorthIsPublished();
        theNeighboursArePublished();

        south.mend();
        allIsMended();
    }

    /** What of the section was known is carried forward, whatever that was; the rest is published. */
    private void theLedgerKeepsWhatIsKnown(String section, String status, String code) {
        var ended = granary.harvest();

        assertThat(ended.json().at("/databases/failed").asInt()).isZero();
        assertThat(ended.json().at("/failures").values()).allSatisfy(failure -> {
            assertThat(failure.at("/database").asString()).isEqualTo("ledger");
            assertThat(failure.at("/code").asString()).isEqualTo("visibility-fell");
        });
        var ledger = granary.rest().database("south", "ledger", row -> isNewer(row, "ledger"));
        assertThat(ledger.at("/snapshot/sections/" + section).asString()).isEqualTo(status);
        assertThat(ledger.at("/snapshot/treeHash"))
                .isEqualTo(before.get("ledger").at("/snapshot/treeHash"));
        assertThat(granary.store()
                        .sql("SELECT count(*) FROM granary.snapshot WHERE sections -> ? ->> 'code' = ?")
                        .param(section)
                        .param(code)
                        .query(Long.class)
                        .single())
                .isPositive();
        theNorthIsPublished();
        theNeighboursArePublished();

        south.mend();
        allIsMended();
    }

    private void theLedgerIsSkipped(String code, String reason) {
        var ended = granary.harvest();

        assertThat(ended.code()).as(ended.toString()).isZero();
        assertThat(ended.json().at("/databases/skipped").asInt()).isEqualTo(1);
        assertThat(ended.json().at("/failures").isEmpty()).isTrue();
        assertThat(ended.json().at("/skips/0/code").asString()).isEqualTo(code);
        isServedAsStale("ledger", reason);
        theNorthIsPublished();
        theNeighboursArePublished();
    }

    private void isServedAsStale(String database, String reason) {
        var stale = granary.rest()
                .database("south", database, row -> row.at("/status").asString().equals("stale"));
        assertThat(stale.at("/reason").asString()).contains(reason);
        assertThat(stale.at("/snapshot")).isEqualTo(before.get(database).at("/snapshot"));
        var invoice = granary.rest()
                .get("/api/v1/servers/south/databases/%s/object?schema=dbo&name=invoice".formatted(database));
        assertThat(invoice.at("/columns").size()).isEqualTo(3);
    }

    private void theNorthIsPublished() {
        granary.rest().database("north", "stock", row -> isNewer(row, "stock"));
        assertThat(granary.rest()
                        .status("/api/v1/servers/north/databases/stock/object?schema=dbo&name=" + freshTable()))
                .isEqualTo(200);
    }

    private void theNeighboursArePublished() {
        granary.rest().database("south", "archive", row -> isCurrent(row) && isNewer(row, "archive"));
        granary.rest().database("south", "people", row -> isCurrent(row) && isNewer(row, "people"));
    }

    private void allIsMended() {
        var ended = granary.harvest();
        assertThat(ended.code()).as(ended.toString()).isZero();
        for (var database : SOUTHERN) {
            granary.rest().database("south", database, row -> isCurrent(row) && isNewer(row, database));
        }
        theNorthIsPublished();
    }

    private static String freshTable() {
        return "change_" + changes;
    }

    private boolean isNewer(JsonNode row, String database) {
        return row.at("/snapshot/sequence").asInt()
                > before.get(database).at("/snapshot/sequence").asInt();
    }

    private static boolean isCurrent(JsonNode row) {
        return row.at("/status").asString().equals("current")
                && row.at("/reason").isNull();
    }

    private static FaultRule onSection(String view, FaultAction action) {
        return FaultRule.at(FaultPoint.STATEMENT, action).inDatabase("ledger").onText(view);
    }

    private static Fail refusal(int number) {
        return new Fail(number, 14, 1, "Raised by a fault rule.");
    }

    private static int closedPort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
