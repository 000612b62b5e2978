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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A harvester in a process of its own is killed with SIGKILL at one point after the other, then its run is relaunched: refused while the dead
 * process may still live, and then every database is published exactly once, as a harvest that nothing disturbed publishes it.
 */
class KilledHarvesterTest {

    private static final List<String> SECTIONS = List.of("objects", "columns", "indexes", "check_constraints");
    private static final Duration FOR_EVER = Duration.ofMinutes(10);

    /** Decides in which database, section and row a reader is caught; the same each time. */
    private static final Random SEED = new Random(20_261_122);

    @TempDir
    private static Path folder;

    private static Canary canary;
    private static Granary granary;
    private static Source north;
    private static Source south;
    private static int changes;

    private Process harvester;

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

    /** So that there is something to publish in every database, and a part that the store lacks. */
    @BeforeEach
    void changeEveryDatabase() {
        changes++;
        for (var database : List.of("orders", "stock")) {
            north.runIn(database, change());
        }
        for (var database : List.of("ledger", "people")) {
            south.runIn(database, change());
        }
    }

    private static String change() {
        return "CREATE TABLE dbo.change_%1$d (column_%1$d int NOT NULL, CHECK (column_%1$d > %1$d))".formatted(changes);
    }

    @AfterEach
    void endWhatIsLeft() throws IOException {
        harvester.destroyForcibly();
        north.mend();
        south.mend();
        assertThat(granary.harvesterLog()).doesNotContain(Canary.PASSWORD);
        assertThat(canary.everythingHeard()).doesNotContain(Canary.PASSWORD);
        assertThat(Canary.tablesThatHold(Canary.PASSWORD, granary.store())).isEmpty();
    }

    @Test
    void recoversFromAKillDuringTheSweep() throws IOException, InterruptedException {
        var login = south.fault(FaultRule.at(FaultPoint.LOGIN, new Delay(FOR_EVER)));

        long run = start();
        awaitThat(() -> login.struck() > 0);
        kill();

        completes(run);
    }

    @Test
    void recoversFromAKillInMidResult() throws IOException, InterruptedException {
        var section = SECTIONS.get(SEED.nextInt(SECTIONS.size()));
        var reading = north.fault(FaultRule.at(FaultPoint.STATEMENT, new Delay(FOR_EVER))
                .inDatabase(SEED.nextBoolean() ? "orders" : "stock")
                .onText("FROM sys\\." + section)
                .afterRows(1 + SEED.nextInt(2)));

        long run = start();
        awaitThat(() -> reading.struck() > 0);
        kill();

        completes(run);
    }

    @Test
    void recoversFromAKillWhilePartsAreStored() throws IOException, InterruptedException, SQLException {
        killedWhileItWaitsFor("granary.part", "SHARE");
    }

    @Test
    void recoversFromAKillInsideTheOpenPublishingTransaction() throws IOException, InterruptedException, SQLException {
        killedWhileItWaitsFor("granary.snapshot", "EXCLUSIVE");
    }

    @Test
    void recoversFromAKillAtTheEndOfThePublishingTransaction() throws IOException, InterruptedException, SQLException {
        killedWhileItWaitsFor("granary.change", "SHARE");
    }

    @Test
    void recoversFromAKillBetweenDatabases() throws IOException, InterruptedException {
        var next = south.fault(
                FaultRule.at(FaultPoint.STATEMENT, new Delay(FOR_EVER)).onText("^\\s*use \\[?people"));

        long run = start();
        awaitThat(() -> next.struck() > 0 && published(run) == 3);
        kill();

        assertThat(published(run)).isEqualTo(3);
        completes(run);
    }

    @Test
    void recoversFromAKillAfterTheLastDatabase() throws IOException, InterruptedException, SQLException {
        var last = south.fault(FaultRule.at(FaultPoint.STATEMENT, new Delay(Duration.ofSeconds(2)))
                .inDatabase("people")
                .times(1));

        long run = start();
        awaitThat(() -> last.struck() > 0);
        try (var lock = granary.ownerConnection()) {
            // From here on the harvester can end its databases, but not its run.
            lock.setAutoCommit(false);
            lockRow(lock, run);
            awaitThat(() -> published(run) == 4);
            kill();
            lock.rollback();
        }

        completes(run);
    }

    /** Kills the harvester when a statement of its waits for a lock that is held here. */
    private void killedWhileItWaitsFor(String table, String mode)
            throws IOException, InterruptedException, SQLException {
        long run;
        try (var lock = granary.ownerConnection()) {
            lock.setAutoCommit(false);
            try (var statement = lock.createStatement()) {
                statement.execute("LOCK TABLE %s IN %s MODE".formatted(table, mode));
            }
            run = start();
            awaitThat(() -> isWaitedFor(table));
            kill();
            lock.rollback();
        }
        assertThat(published(run)).isZero();
        completes(run);
    }

    private static void lockRow(Connection lock, long run) throws SQLException {
        try (var statement = lock.prepareStatement("SELECT 1 FROM granary.run WHERE id = ? FOR NO KEY UPDATE")) {
            statement.setLong(1, run);
            statement.execute();
        }
    }

    /** Starts a harvester; returns its run, which is there by then. */
    private long start() throws IOException, InterruptedException {
        long last = lastRun();
        harvester = granary.startHarvest();
        awaitThat(() -> lastRun() > last);
        return lastRun();
    }

    private void kill() throws InterruptedException {
        harvester.destroyForcibly();
        assertThat(harvester.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(harvester.exitValue()).isEqualTo(128 + 9);
    }

    private void completes(long run) throws IOException {
        north.mend();
        south.mend();
        var refused = granary.relaunch(run);
        assertThat(refused.code()).as(refused.toString()).isEqualTo(2);
        assertThat(refused.err()).contains("is alive");

        pretendAMinuteHasPassed(run);
        var ended = granary.relaunch(run);

        assertThat(ended.code()).as(ended.toString()).isZero();
        assertThat(ended.json().at("/run").asLong()).isEqualTo(run);
        assertThat(ended.json().at("/databases/published").asInt()).isEqualTo(4);
        everyDatabaseIsPublishedOnce(run);
        isAsAFreshHarvestHasIt();
    }

    private static void everyDatabaseIsPublishedOnce(long run) {
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
        var suffix = "-" + changes;
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
        granary.register(north.entry(), south.entry());
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

    private static long published(long run) {
        return granary.store()
                .sql("SELECT count(*) FROM granary.snapshot WHERE run_id = :run")
                .param("run", run)
                .query(Long.class)
                .single();
    }

    private static void pretendAMinuteHasPassed(long run) {
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
