package dev.granary.standalone.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.granary.emulator.faults.FaultAction.Delay;
import dev.granary.emulator.faults.FaultPoint;
import dev.granary.emulator.faults.FaultRule;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessException;

/**
 * Three processes share one harvest. One is stopped beyond its leases and goes on, one is killed, the one that manages the run is killed, and
 * PostgreSQL is restarted: every database is published once, and the run ends by itself.
 */
class SharedHarvestTest {

    private static final int DATABASES = 12;
    private static final Map<String, String> IMPATIENT = Map.of(
            "GRANARY_HARVEST_WORKERS", "1",
            "GRANARY_HARVEST_LOOK", "200ms",
            "GRANARY_HARVEST_LEASE", "3s",
            "GRANARY_HARVEST_HEARTBEAT", "500ms",
            "GRANARY_HARVEST_DEADAFTER", "3s",
            "GRANARY_SCHEDULE_ENABLED", "false",
            "SERVER_PORT", "0");

    @TempDir
    private Path folder;

    private final List<Process> processes = new ArrayList<>();
    private Canary canary;
    private Granary granary;
    private Source north;
    private Source south;

    @BeforeEach
    void makeTwoSlowServers() throws IOException, SQLException {
        canary = Canary.listening();
        granary = Granary.start(folder, canary);
        north = source("north");
        south = source("south");
        granary.register(north.entry(), south.entry());
    }

    private static Source source(String name) {
        var source = Source.start(
                name,
                IntStream.range(0, DATABASES).mapToObj(number -> name + number).toArray(String[]::new));
        source.fault(FaultRule.at(FaultPoint.STATEMENT, new Delay(Duration.ofSeconds(1)))
                .onText("FROM sys.columns"));
        return source;
    }

    @AfterEach
    void stop() throws IOException {
        processes.forEach(Process::destroyForcibly);
        north.close();
        south.close();
        granary.close();
        canary.close();
    }

    @Test
    void threeProcessesPublishEveryDatabaseOnceWhateverBefallsThem() throws IOException, InterruptedException {
        var first = start("first.log", "serve");
        var second = start("second.log", "serve");
        awaitThat(() -> lookForWork() >= 2);
        var manager = start("manager.log", "harvest", "--json");
        awaitThat(() -> List.of(first, second, manager).stream().allMatch(this::holdsALease));
        nobodyIsInATransaction();

        signal("STOP", first);
        awaitThat(() -> !holdsALease(first));
        signal("CONT", first);

        awaitThat(() -> holdsALease(second));
        kill(second);
        awaitThat(() -> holdsALease(manager));
        kill(manager);
        awaitThat(() -> isManagedBy(first));

        granary.restartStore();
        awaitThat(() -> number("SELECT count(*) FROM granary.run WHERE status = 'done'") == 1);

        assertThat(number("SELECT count(*) FROM granary.work WHERE outcome = 'published'"))
                .isEqualTo(2 * DATABASES);
        assertThat(number("SELECT count(*) FROM granary.snapshot WHERE sequence = 1"))
                .isEqualTo(2 * DATABASES);
        assertThat(number("SELECT count(*) FROM granary.snapshot")).isEqualTo(2 * DATABASES);
        assertThat(
                        number(
                                "SELECT count(*) - count(DISTINCT (database_id, sequence, object_id, event)) FROM granary.change"))
                .isZero();
        assertThat(number("SELECT count(DISTINCT database_id) FROM granary.change"))
                .isEqualTo(2 * DATABASES);
        assertThat(number("SELECT count(*) FROM granary.database WHERE stale_reason IS NOT NULL"))
                .isZero();
        assertThat(number("SELECT count(*) FROM granary.work WHERE attempts > 1"))
                .isPositive();
    }

    private Process start(String log, String... arguments) throws IOException {
        var process = granary.start(log, IMPATIENT, arguments);
        processes.add(process);
        return process;
    }

    /** How many processes have asked for runs to take over. */
    private long lookForWork() {
        return number("SELECT count(DISTINCT client_port) FROM pg_stat_activity WHERE usename = 'granary_harvester'"
                + " AND query LIKE '%granary.work%'");
    }

    private boolean holdsALease(Process process) {
        return number("SELECT count(*) FROM granary.work WHERE state = 'leased' AND owner LIKE '" + process.pid()
                        + "-%'")
                > 0;
    }

    private boolean isManagedBy(Process process) {
        return number("SELECT count(*) FROM granary.run WHERE process LIKE '" + process.pid() + "-%'") > 0;
    }

    /** While all workers wait for their source; what is short is not met twice. */
    private void nobodyIsInATransaction() throws InterruptedException {
        awaitThat(() -> number("SELECT count(*) FROM granary.work WHERE state = 'leased'") >= 3
                && number(
                                "SELECT count(*) FROM pg_stat_activity WHERE usename = 'granary_harvester' AND xact_start IS NOT NULL")
                        == 0);
    }

    private static void signal(String signal, Process process) throws IOException, InterruptedException {
        assertThat(new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid()))
                        .start()
                        .waitFor())
                .isZero();
    }

    private static void kill(Process process) throws InterruptedException {
        process.destroyForcibly();
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    }

    /** -1 while the store is away. */
    private long number(String sql) {
        try {
            return granary.storeOfSuperuser().sql(sql).query(Long.class).single();
        } catch (DataAccessException away) {
            return -1;
        }
    }

    private void awaitThat(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(90);
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("It did not come to that: " + state());
            }
            Thread.sleep(50);
        }
    }

    private String state() {
        var logs = new StringBuilder();
        try {
            for (var log : List.of("first.log", "second.log", "manager.log")) {
                if (folder.resolve(log).toFile().exists()) {
                    logs.append(log).append(": ").append(granary.log(log)).append(System.lineSeparator());
                }
            }
        } catch (IOException e) {
            logs.append(e);
        }
        return granary.store()
                        .sql(
                                "SELECT state || ' ' || COALESCE(outcome, '') || ' ' || COALESCE(owner, '') || ' ' || count(*)"
                                        + " FROM granary.work GROUP BY state, outcome, owner")
                        .query(String.class)
                        .list()
                + System.lineSeparator()
                + logs;
    }
}
