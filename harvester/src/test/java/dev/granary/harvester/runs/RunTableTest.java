package dev.granary.harvester.runs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.granary.harvester.TestStore;
import dev.granary.registry.NamePattern;
import java.time.OffsetDateTime;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RunTableTest {

    private static final HarvestRequest TENANTS =
            new HarvestRequest(NamePattern.of("tenants"), NamePattern.of("t_*"), HarvestMode.FULL);

    private final TestStore store = TestStore.shared();
    private final RunTable runs = new RunTable(store.dataSource());
    private final RunReports reports = new RunReports(store.dataSource());
    private final long run = runs.begin(TENANTS, "first");

    @AfterEach
    void endTheRun() {
        runs.end(run, "first", RunStatus.DONE);
        runs.end(run, "second", RunStatus.DONE);
    }

    @Test
    void keepsARunWhoseProcessIsAliveFromOthers() {
        assertThat(runs.takeOver(run, "second")).isEmpty();
        assertThat(runs.beat(run, "first")).isTrue();
        assertThat(runs.live()).contains(TENANTS);
    }

    @Test
    void givesADeadRunToTheOneWhoAsksFirst() {
        silence();

        assertThat(runs.takeOver(run, "second")).contains(TENANTS);
        assertThat(runs.takeOver(run, "third")).isEmpty();
        assertThat(runs.beat(run, "first")).isFalse();
        assertThat(runs.beat(run, "second")).isTrue();
    }

    @Test
    void doesNotLetAProcessThatLostARunEndIt() {
        silence();
        runs.takeOver(run, "second");

        runs.end(run, "first", RunStatus.FAILED);

        assertThat(runs.state(run))
                .hasValueSatisfying(state -> assertThat(state.status()).isEqualTo(RunStatus.RUNNING));
    }

    @Test
    void canRelaunchASuspendedRunAtOnce() {
        runs.suspend(run, "first");

        assertThat(reports.latest(1))
                .singleElement()
                .satisfies(latest -> assertThat(latest.alive()).isFalse());
        assertThat(runs.takeOver(run, "second")).contains(TENANTS);
    }

    @Test
    void doesNotGiveAwayARunThatHasEnded() {
        runs.end(run, "first", RunStatus.DONE_WITH_FAILURES);

        assertThat(runs.takeOver(run, "second")).isEmpty();
        assertThat(runs.state(run))
                .hasValueSatisfying(state -> assertThat(state.status()).isEqualTo(RunStatus.DONE_WITH_FAILURES));
    }

    @Test
    void beatsAtTheTimeWhenItHadNoLongerToWait() throws Exception {
        var waited = new AtomicReference<OffsetDateTime>();

        store.whileOneWaits(
                "SELECT FROM granary.run WHERE id = " + run + " FOR SHARE",
                () -> runs.beat(run, "first"),
                () -> waited.set(store.time()));

        assertThat(runs.state(run))
                .hasValueSatisfying(state -> assertThat(state.heartbeatAt()).isAfter(waited.get()));
    }

    @Test
    void takesARunOverAtTheTimeWhenNoPublicationHadToBeWaitedForAnyLonger() throws Exception {
        int database = store.database("take-over", "Orders");
        store.update(
                "INSERT INTO granary.work (run_id, database_id, state, owner) VALUES (" + run
                        + ", ?, 'leased', 'first/1')",
                database);
        silence();
        var waited = new AtomicReference<OffsetDateTime>();

        store.whileOneWaits(
                "SELECT FROM granary.work WHERE run_id = " + run + " FOR UPDATE",
                () -> runs.takeOver(run, "second"),
                () -> waited.set(store.time()));

        assertThat(runs.state(run))
                .hasValueSatisfying(state -> assertThat(state.heartbeatAt()).isAfter(waited.get()));
        assertThat(store.list("SELECT state FROM granary.work WHERE database_id = ?", database))
                .containsExactly("queued");
    }

    @Test
    void reportsServersThatFailedBesideDatabases() {
        runs.addProblem(run, new RunProblem("erp", null, "refused", "Nothing listens there."));
        runs.addProblem(run, new RunProblem("shop", null, "18456", "The login was refused."));

        var report = reports.report(run).orElseThrow();

        assertThat(report.failures())
                .containsExactly(
                        new HarvestReport.Failure("erp", null, null, "refused", "Nothing listens there."),
                        new HarvestReport.Failure("shop", null, null, "18456", "The login was refused."));
        assertThat(report.databases()).isEqualTo(new HarvestReport.Counts(0, 0, 0, 0, 0, 0));
    }

    private void silence() {
        store.owner()
                .sql("UPDATE granary.run SET heartbeat_at = now() - interval '61 seconds' WHERE id = ?")
                .param(run)
                .update();
    }
}
