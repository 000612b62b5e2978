package dev.granary.standalone.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.granary.emulator.faults.FaultAction.Delay;
import dev.granary.emulator.faults.FaultPoint;
import dev.granary.emulator.faults.FaultRule;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Harvesters in processes of their own are killed with SIGKILL, each at another point of the same run, which the next one takes over: that is
 * refused while the dead may still live, and in the end every database is published once, as a harvest that nothing disturbed publishes it.
 */
class KilledHarvesterTest {

    private static final List<String> SECTIONS = List.of("objects", "columns", "indexes", "check_constraints");
    private static final Duration FOR_EVER = Duration.ofMinutes(10);

    /** Decides in which section and row a reader is caught; the same each time. */
    private static final Random SEED = new Random(20_261_122);

    @TempDir
    private static Path folder;

    private static Canary canary;
    private static Granary granary;
    private static Source north;
    private static Source south;

    private Process harvester;
    private long run;

    @BeforeAll
    static void harvestOnce() throws IOException, SQLException {
        canary = Canary.listening();
        granary = Granary.start(folder, canary);
        north = Source.start("north", "orders", "stock");
        south = Source.start("south", "ledger", "people");
        granary.register(north.entry(), south.entry());
        var ended = granary.harvest();
        assertThat(ended.code()).as(ended.toString()).isZero();
    }

    @AfterAll
    static void stop() throws IOException {
        north.close();
        south.close();
        granary.close();
        canary.close();
    }

    @AfterEach
    void thePasswordIsSeenNowhere() throws IOException {
        harvester.destroyForcibly();
        assertThat(granary.harvesterLog()).doesNotContain(Canary.PASSWORD);
        assertThat(canary.everythingHeard()).doesNotContain(Canary.PASSWORD);
        assertThat(Canary.tablesThatHold(Canary.PASSWORD, granary.store())).isEmpty();
    }

    @Test
    void aRunThatIsKilledAtOnePointAfterTheOtherPublishesEveryDatabaseOnce()
            throws IOException, InterruptedException, SQLException {
        changeEveryDatabase();

        killDuringTheSweep();
        isRefusedToWhoeverRelaunchesItTooSoon();
        killWhileItWaitsFor("granary.part", "SHARE");
        killInsideThePublishingTransaction();
        killWhileItWaitsFor("granary.change", "SHARE");
        assertThat(published()).isZero();
        killBetweenDatabases();
        assertThat(published()).isEqualTo(3);
        killInMidResult();
        assertThat(published()).isEqualTo(3);
        killAfterTheLastDatabase();
        isRefusedToWhoeverRelaunchesItTooSoon();

        completes();
        everyDatabaseIsPublishedOnce();
        isAsAFreshHarvestHasIt();
    }

    /** So that there is something to publish in each, and a part that the store lacks. */
    private static void changeEveryDatabase() {
        var change = "CREATE TABLE dbo.fresh (fresh_column int NOT NULL, CHECK (fresh_column > 42))";
        north.runIn("orders", change);
        north.runIn("stock", change + "\nGO\nDROP TABLE dbo.invoice");
        south.runIn("ledger", change + "\nGO\nALTER TABLE dbo.customer ADD fresh int NULL");
        south.runIn("people", change);
    }

    private void killDuringTheSweep() throws IOException, InterruptedException {
        var login = south.fault(FaultRule.at(FaultPoint.LOGIN, new Delay(FOR_EVER)));
        start();
        awaitThat(() -> login.struck() > 0);
        kill();
    }

    private void killInsideThePublishingTransaction() throws IOException, InterruptedException, SQLException {
        killWhileItWaitsFor("granary.snapshot", "EXCLUSIVE");
    }

    /** When the harvester has published all other databases and enters the last. */
    private void killBetweenDatabases() throws IOException, InterruptedException {
        var next = south.fault(
                FaultRule.at(FaultPoint.STATEMENT, new Delay(FOR_EVER)).onText("^\\s*use \\[?people"));
        start();
        awaitThat(() -> next.struck() > 0 && published() == 3);
        kill();
    }

    private void killInMidResult() throws IOException, InterruptedException {
        var reading = south.fault(FaultRule.at(FaultPoint.STATEMENT, new Delay(FOR_EVER))
                .inDatabase("people")
                .onText("FROM sys\\." + SECTIONS.get(SEED.nextInt(SECTIONS.size())))
                .afterRows(1 + SEED.nextInt(2)));
        start();
        awaitThat(() -> reading.struck() > 0);
        kill();
    }

    /** When the harvester can end its databases, but not its run. */
    private void killAfterTheLastDatabase() throws IOException, InterruptedException, SQLException {
        var last = south.fault(FaultRule.at(FaultPoint.STATEMENT, new Delay(Duration.ofSeconds(2)))
                .inDatabase("people")
                .times(1));
        start();
        awaitThat(() -> last.struck() > 0);
        try (var lock = granary.ownerConnection()) {
            lock.setAutoCommit(false);
            lockRow(lock, run);
            awaitThat(() -> published() == 4);
            kill();
            lock.rollback();
        }
    }

    /** When a statement of the harvester waits for a lock that is held here. */
    private void killWhileItWaitsFor(String table, String mode) throws IOException, InterruptedException, SQLException {
        try (var lock = granary.ownerConnection()) {
            lock.setAutoCommit(false);
            try (var statement = lock.createStatement()) {
                statement.execute("LOCK TABLE %s IN %s MODE".formatted(table, mode));
            }
            start();
            awaitThat(() -> isWaitedFor(table));
            kill();
            lock.rollback();
        }
    }

    private static void lockRow(Connection lock, long run) throws SQLException {
        try (var statement = lock.prepareStatement("SELECT 1 FROM granary.run WHERE id = ? FOR NO KEY UPDATE")) {
            statement.setLong(1, run);
            statement.execute();
        }
    }

    /** Starts a harvester that begins the run, or takes it over when it was begun. */
    private void start() throws IOException, InterruptedException {
        if (run == 0) {
            long last = lastRun();
            harvester = granary.start("harvest", "--json");
            awaitThat(() -> lastRun() > last);
            run = lastRun();
        } else {
            pretendAMinuteHasPassed();
            harvester = granary.start("relaunch", Long.toString(run), "--json");
        }
    }

    private void kill() throws InterruptedException {
        harvester.destroyForcibly();
        assertThat(harvester.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(harvester.exitValue()).isEqualTo(128 + 9);
        north.mend();
        south.mend();
    }

    private void isRefusedToWhoeverRelaunchesItTooSoon() {
        var refused = granary.relaunch(run);
        assertThat(refused.code()).as(refused.toString()).isEqualTo(2);
        assertThat(refused.err()).contains("is alive");
    }

    private void completes() {
        pretendAMinuteHasPassed();
        var ended = granary.relaunch(run);

        assertThat(ended.code()).as(ended.toString()).isZero();
        assertThat(ended.json().at("/run").asLong()).isEqualTo(run);
        assertThat(ended.json().at("/databases/published").asInt()).isEqualTo(4);
    }

    private void everyDatabaseIsPublishedOnce() {
        assertThat(granary.store()
                        .sql("""
                                SELECT v.name || '/' || d.name || ' ' || count(*)
                                  FROM granary.snapshot AS s
                                  JOIN granary.database AS d ON d.id = s.database_id
                                  JOIN granary.server AS v ON v.id = d.server_id
                                 WHERE s.run_id = :run
                                 GROUP BY v.name, d.name
                                 ORDER BY 1
                                """)
                        .param("run", run)
                        .query(String.class)
                        .list())
                .containsExactly("north/orders 1", "north/stock 1", "south/ledger 1", "south/people 1");
    }

    /** Harvests the same servers anew, under other names, and compares. */
    private static void isAsAFreshHarvestHasIt() throws IOException {
        var suffix = "-again";
        granary.register(
                north.entry(),
                south.entry(),
                north.entry().as("north" + suffix),
                south.entry().as("south" + suffix));
        var ended = granary.harvest("--server", "*" + suffix);
        assertThat(ended.code()).as(ended.toString()).isZero();
        assertThat(ended.json().at("/databases/published").asInt()).isEqualTo(4);
        for (var server : List.of("north", "south")) {
            assertThat(placements(server)).hasSizeGreaterThan(10).isEqualTo(placements(server + suffix));
            assertThat(treeHashes(server)).hasSize(2).isEqualTo(treeHashes(server + suffix));
        }
    }

    private static List<String> treeHashes(String server) {
        return granary.store()
                .sql("""
                        SELECT DISTINCT ON (d.name) d.name || ' ' || encode(s.tree_hash, 'hex')
                          FROM granary.snapshot AS s
                          JOIN granary.database AS d ON d.id = s.database_id
                          JOIN granary.server AS v ON v.id = d.server_id AND v.name = :server
                         ORDER BY d.name, s.sequence DESC
                        """)
                .param("server", server)
                .query(String.class)
                .list();
    }

    /** What stands where in a server's databases; a definition's id is its content's. */
    private static List<String> placements(String server) {
        return granary.store()
                .sql("""
                        SELECT concat_ws(' ', d.name, p.kind, p.schema_name_id, p.name_id, p.definition_id)
                          FROM granary.placement_current AS p
                          JOIN granary.database AS d ON d.id = p.database_id
                          JOIN granary.server AS v ON v.id = d.server_id AND v.name = :server
                         ORDER BY 1
                        """)
                .param("server", server)
                .query(String.class)
                .list();
    }

    private static boolean isWaitedFor(String table) {
        return granary.store()
                .sql("SELECT EXISTS (SELECT FROM pg_locks WHERE relation = to_regclass(:table) AND NOT granted)")
                .param("table", table)
                .query(Boolean.class)
                .single();
    }

    private static long lastRun() {
        return granary.store()
                .sql("SELECT COALESCE(max(id), 0) FROM granary.run")
                .query(Long.class)
                .single();
    }

    private long published() {
        return granary.store()
                .sql("SELECT count(*) FROM granary.snapshot WHERE run_id = :run")
                .param("run", run)
                .query(Long.class)
                .single();
    }

    private void pretendAMinuteHasPassed() {
        granary.store()
                .sql("UPDATE granary.run SET heartbeat_at = heartbeat_at - interval '61 seconds' WHERE id = :run")
                .param("run", run)
                .update();
    }

    /** Waits for what the harvester is to do; one that ended before it did is a failure. */
    private void awaitThat(BooleanSupplier condition) throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end || !harvester.isAlive()) {
                throw new AssertionError("It did not come to that. The harvester says: " + granary.harvesterLog());
            }
            Thread.sleep(20);
        }
    }
}
