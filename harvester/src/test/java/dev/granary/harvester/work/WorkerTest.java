package dev.granary.harvester.work;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.granary.harvester.TestStore;
import dev.granary.harvester.runs.HarvestProperties;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;

class WorkerTest {

    private final TestStore store = TestStore.shared();
    private final WorkTable work = new WorkTable(store.dataSource());
    private final StopSignal stop = new StopSignal();
    private final List<Lease> tried = new ArrayList<>();
    private long run;
    private int database;

    @BeforeEach
    void queueADatabase() {
        run = store.owner()
                .sql("INSERT INTO granary.run (kind, mode, process) VALUES ('harvest', 'full', 'test') RETURNING id")
                .query(Long.class)
                .single();
        database = store.database("worker-" + UUID.randomUUID().toString().substring(0, 8), "Orders");
        work.enqueue(run, List.of(database));
    }

    @Test
    void endsWhenNothingIsOpenAnyMore() throws InterruptedException {
        var worker = worker(lease -> finish(lease));

        assertThat(worker.next(run, "a", Duration.ZERO)).isEqualTo(Worker.Step.WORKED);
        assertThat(worker.next(run, "a", Duration.ZERO)).isEqualTo(Worker.Step.THROUGH);
        assertThat(tried).hasSize(1);
    }

    @Test
    void asksTheStoreOnceForAllWhoWaitForARun() throws InterruptedException {
        var worker = worker(lease -> finish(lease));
        var glance = Duration.ofHours(1);
        store.update("UPDATE granary.work SET lease_until = now() + interval '1 hour' WHERE database_id = ?", database);
        assertThat(worker.next(run, "a", glance)).isEqualTo(Worker.Step.WAIT);
        store.update("UPDATE granary.work SET lease_until = NULL WHERE database_id = ?", database);

        assertThat(worker.next(run, "b", glance)).as("a has just asked").isEqualTo(Worker.Step.WAIT);
        assertThat(worker.next(run, "b", Duration.ZERO)).isEqualTo(Worker.Step.WORKED);
        assertThat(worker.next(run, "a", glance)).as("one has ended since").isEqualTo(Worker.Step.THROUGH);
    }

    @Test
    void notesAFailureAndMarksTheDatabaseStale() throws InterruptedException {
        var worker = worker(lease -> {
            throw new HarvestFailure("columns", "8134", "The columns could not be read.", null);
        });

        worker.next(run, "a", Duration.ZERO);

        assertThat(row())
                .containsEntry("outcome", "failed")
                .containsEntry("section", "columns")
                .containsEntry("code", "8134");
        assertThat(stale()).isEqualTo("The columns could not be read.");
    }

    @ParameterizedTest
    @CsvSource({"1205, 40001", "1222, S00051", "lost, 08S01"})
    void triesADeadlockALockTimeoutAndALostConnectionAgainAfterARest(String code, String state)
            throws InterruptedException {
        int number = code.equals("lost") ? 0 : Integer.parseInt(code);
        var worker = worker(lease -> {
            throw new HarvestFailure("columns", code, "It passes.", new SQLException("passing", state, number));
        });

        worker.next(run, "a", Duration.ZERO);
        assertThat(worker.next(run, "a", Duration.ZERO)).as("it rests").isEqualTo(Worker.Step.WAIT);
        store.update("UPDATE granary.work SET lease_until = NULL WHERE database_id = ?", database);

        for (int attempt = 1; attempt < WorkTable.ATTEMPTS; attempt++) {
            worker.next(run, "a", Duration.ZERO);
            store.update(
                    "UPDATE granary.work SET lease_until = NULL WHERE database_id = ? AND state = 'queued'", database);
        }

        assertThat(tried).hasSize(WorkTable.ATTEMPTS);
        assertThat(row()).containsEntry("outcome", "failed").containsEntry("code", code);
    }

    @Test
    void restsLongerEachTimeAndNeverTheSame() {
        for (int fence = 1; fence <= 3; fence++) {
            var lease = new Lease(run, database, "srv", "Orders", "a", fence);
            long least = 500L << (fence - 1);
            var rests = Stream.generate(() -> Worker.rest(lease).toMillis())
                    .limit(200)
                    .toList();

            assertThat(rests).allSatisfy(rest -> assertThat(rest).isBetween(least, 3 * least - 1));
            assertThat(Set.copyOf(rests)).hasSizeGreaterThan(20);
        }
    }

    @Test
    void logsTheCauseOfAFailureOfTheStoreAndOfASourcesOnlyTheReason() throws InterruptedException {
        var log = new ListAppender<ILoggingEvent>();
        log.start();
        var logger = (Logger) LoggerFactory.getLogger(Worker.class);
        logger.addAppender(log);
        try {
            worker(lease -> {
                        throw new HarvestFailure(null, "store", "See the log.", new SQLException("disk full", "53100"));
                    })
                    .next(run, "a", Duration.ZERO);
            work.enqueue(run, List.of(store.database("worker-" + UUID.randomUUID(), "Stock")));
            worker(lease -> {
                        throw new HarvestFailure(
                                "columns",
                                "8134",
                                "Unreadable.",
                                new SQLException("the driver's words", "S0001", 8134));
                    })
                    .next(run, "a", Duration.ZERO);
        } finally {
            logger.detachAppender(log);
        }

        assertThat(log.list).extracting(ILoggingEvent::getLevel).containsExactly(Level.WARN, Level.WARN);
        var cause = log.list.getFirst().getThrowableProxy();
        assertThat(cause.getCause().getMessage()).isEqualTo("disk full");
        assertThat(cause.getCause().getStackTraceElementProxyArray()).isNotEmpty();
        assertThat(log.list.getLast().getThrowableProxy()).isNull();
        assertThat(log.list.getLast().getFormattedMessage())
                .contains("Unreadable.")
                .doesNotContain("driver");
    }

    @Test
    void saysThatAFaultOfOurOwnIsOne() throws InterruptedException {
        var worker = worker(lease -> {
            throw new IllegalStateException("secret details");
        });

        worker.next(run, "a", Duration.ZERO);

        assertThat(row()).containsEntry("outcome", "failed").containsEntry("code", "internal");
        assertThat(stale()).asString().contains("IllegalStateException").doesNotContain("secret details");
    }

    @Test
    void givesADatabaseBackWhenTheProcessStopsInTheMiddleOfIt() throws InterruptedException {
        var worker = worker(lease -> {
            stop.give();
            throw new HarvestFailure(null, "lost", "The connection was lost.", null);
        });

        worker.next(run, "a", Duration.ZERO);

        assertThat(row()).containsEntry("state", "queued").containsEntry("attempts", 0);
        assertThat(worker.next(run, "a", Duration.ZERO)).isEqualTo(Worker.Step.THROUGH);
    }

    private Worker worker(DatabaseHarvest harvest) {
        return new Worker(
                work,
                lease -> {
                    tried.add(lease);
                    harvest.harvest(lease);
                },
                new Seats(HarvestProperties.DEFAULT),
                stop);
    }

    private void finish(Lease lease) {
        store.update(
                "UPDATE granary.work SET state = 'done', outcome = 'published' WHERE database_id = ?",
                lease.databaseId());
    }

    private Map<String, Object> row() {
        return store.row(
                "SELECT state, outcome, section, code, attempts FROM granary.work WHERE database_id = ?", database);
    }

    private Object stale() {
        return store.row("SELECT stale_reason FROM granary.database WHERE id = ?", database)
                .get("stale_reason");
    }
}
