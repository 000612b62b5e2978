package dev.granary.harvester.work;

import static org.assertj.core.api.Assertions.assertThat;

import dev.granary.harvester.TestStore;
import dev.granary.harvester.runs.HarvestProperties;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

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
        work.enqueue(run, database);
    }

    @Test
    void endsWhenNothingIsOpenAnyMore() throws InterruptedException {
        var worker = worker(lease -> finish(lease));

        assertThat(worker.next(run, "a")).isEqualTo(Worker.Step.WORKED);
        assertThat(worker.next(run, "a")).isEqualTo(Worker.Step.THROUGH);
        assertThat(tried).hasSize(1);
    }

    @Test
    void notesAFailureAndMarksTheDatabaseStale() throws InterruptedException {
        var worker = worker(lease -> {
            throw new HarvestFailure("columns", "8134", "The columns could not be read.", null);
        });

        worker.next(run, "a");

        assertThat(row())
                .containsEntry("outcome", "failed")
                .containsEntry("section", "columns")
                .containsEntry("code", "8134");
        assertThat(stale()).isEqualTo("The columns could not be read.");
    }

    @Test
    void triesADeadlockAgainAfterARest() throws InterruptedException {
        var worker = worker(lease -> {
            throw new HarvestFailure("columns", "1205", "A deadlock.", new SQLException("deadlock", "40001", 1205));
        });

        for (int attempt = 0; attempt < WorkTable.ATTEMPTS; attempt++) {
            worker.next(run, "a");
            store.update(
                    "UPDATE granary.work SET lease_until = NULL WHERE database_id = ? AND state = 'queued'", database);
        }

        assertThat(tried).hasSize(WorkTable.ATTEMPTS);
        assertThat(row()).containsEntry("outcome", "failed").containsEntry("code", "1205");
    }

    @Test
    void saysThatAFaultOfOurOwnIsOne() throws InterruptedException {
        var worker = worker(lease -> {
            throw new IllegalStateException("secret details");
        });

        worker.next(run, "a");

        assertThat(row()).containsEntry("outcome", "failed").containsEntry("code", "internal");
        assertThat(stale()).asString().contains("IllegalStateException").doesNotContain("secret details");
    }

    @Test
    void givesADatabaseBackWhenTheProcessStopsInTheMiddleOfIt() throws InterruptedException {
        var worker = worker(lease -> {
            stop.give();
            throw new HarvestFailure(null, "lost", "The connection was lost.", null);
        });

        worker.next(run, "a");

        assertThat(row()).containsEntry("state", "queued").containsEntry("attempts", 0);
        assertThat(worker.next(run, "a")).isEqualTo(Worker.Step.THROUGH);
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
