package dev.granary.standalone.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.granary.emulator.faults.FaultAction.Delay;
import dev.granary.emulator.faults.FaultPoint;
import dev.granary.emulator.faults.FaultRule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessException;

/**
 * Three processes share one harvest. One is stopped while it reads a database, which another takes over, and goes on; one is killed, the one that
 * manages the run is killed, and PostgreSQL is restarted while databases are queued: every database is published once, what comes too late is
 * refused, and the run ends by itself.
 */
class SharedHarvestTest {

    private static final int DATABASES = 12;

    /** So long takes each database until PostgreSQL was restarted: about as long as a lease, so that there is something left to do then. */
    private static final Duration READING = Duration.ofSeconds(3);

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
        source.fault(FaultRule.at(FaultPoint.STATEMENT, new Delay(READING)).onText("FROM sys.columns"));
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

        var late = stopWhileItReads(first, "first.log");
        awaitThat(() -> isTakenOver(late, first));
        signal("CONT", first);
        awaitThat(() -> says("first.log", late.refused()));
        assertThat(number("SELECT count(*) FROM granary.work WHERE state = 'done' AND " + late.asStopped()))
                .isZero();

        awaitThat(() -> holdsALease(second));
        kill(second);
        awaitThat(() -> holdsALease(manager));
        kill(manager);
        awaitThat(() -> isManagedBy(first) && holdsALease(first));

        assertThat(number("SELECT count(*) FROM granary.work WHERE state = 'queued'"))
                .as(this::state)
                .isPositive();
        granary.restartStore();
        north.mend();
        south.mend();
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
        assertThat(number(
                        "SELECT count(*) FROM granary.work WHERE outcome = 'published' AND database_id = %d AND fence > %d"
                                .formatted(late.databaseId(), late.fence())))
                .isEqualTo(1);
    }

    /** A database that a process reads. */
    private record Held(int databaseId, String server, String database, long fence) {

        String asStopped() {
            return "database_id = %d AND fence = %d".formatted(databaseId, fence);
        }

        /** What a harvester says when it may not publish what it has read. */
        String refused() {
            return "%s/%s is no longer leased under fence %d: Another worker took this database over"
                    .formatted(server, database, fence);
        }
    }

    /** A process that was stopped too late or in a transaction goes on, and is stopped again: others would wait for what it keeps locked. */
    private Held stopWhileItReads(Process process, String name) throws IOException, InterruptedException {
        while (true) {
            awaitThat(() -> holdsALease(process));
            signal("STOP", process);
            awaitThat(() -> isStopped(process));
            var held = isInATransaction(name) ? Optional.<Held>empty() : heldBy(process);
            if (held.isPresent()) {
                return held.get();
            }
            signal("CONT", process);
            awaitThat(() -> !isStopped(process));
        }
    }

    private Optional<Held> heldBy(Process process) {
        return granary
                .storeOfSuperuser()
                .sql("""
                        SELECT w.database_id, s.name AS server, d.name AS database, w.fence
                          FROM granary.work AS w
                          JOIN granary.database AS d ON d.id = w.database_id
                          JOIN granary.server AS s ON s.id = d.server_id
                         WHERE w.state = 'leased' AND w.owner LIKE :owner
                        """)
                .param("owner", process.pid() + "-%")
                .query(Held.class)
                .list()
                .stream()
                .findFirst();
    }

    private boolean isInATransaction(String name) {
        return number("SELECT count(*) FROM pg_stat_activity WHERE xact_start IS NOT NULL AND application_name = '"
                        + name + "'")
                != 0;
    }

    private boolean isTakenOver(Held held, Process from) {
        return number(
                        "SELECT count(*) FROM granary.work WHERE database_id = %d AND fence > %d AND owner NOT LIKE '%d-%%'"
                                .formatted(held.databaseId(), held.fence(), from.pid()))
                == 1;
    }

    /** Whether all its threads are. */
    private static boolean isStopped(Process process) {
        try (var threads = Files.list(Path.of("/proc/%d/task".formatted(process.pid())))) {
            return threads.allMatch(SharedHarvestTest::isThreadStopped);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isThreadStopped(Path thread) {
        try {
            return Files.readString(thread.resolve("status")).contains("State:\tT");
        } catch (IOException ended) {
            return true;
        }
    }

    private boolean says(String log, String text) {
        try {
            return Files.readString(folder.resolve(log)).contains(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Process start(String log, String... arguments) throws IOException {
        var process = granary.start(log, IMPATIENT, arguments);
        processes.add(process);
        return process;
    }

    /** How many processes have asked for runs to take over. */
    private long lookForWork() {
        return number(
                "SELECT count(DISTINCT application_name) FROM pg_stat_activity WHERE usename = 'granary_harvester'"
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
