package dev.granary.harvester.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.granary.harvester.TestStore;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class BatchHistoryTest {

    private static final int JOBS = 1500;

    private final TestStore store = TestStore.forHarvests();

    @Test
    void forgetsJobsThatEndedMoreThanAMonthAgoWithAllThatHangsOnThem() {
        store.owner()
                .sql("TRUNCATE batch.batch_job_instance, batch.batch_job_execution CASCADE")
                .update();
        executions(1, JOBS, "now() - interval '31 days'", "now()");
        executions(JOBS + 1, 1, "now() - interval '31 days'", "NULL");
        executions(JOBS + 2, 1, "now() - interval '1 day'", "now()");

        var history = new BatchHistory(store.dataSource(), Clock.systemUTC());
        assertThat(history.retire()).isEqualTo(JOBS);
        assertThat(history.retire()).isZero();

        for (var table : new String[] {
            "job_instance",
            "job_execution",
            "job_execution_params",
            "job_execution_context",
            "step_execution",
            "step_execution_context"
        }) {
            assertThat(store.owner()
                            .sql("SELECT count(*) FROM batch.batch_" + table)
                            .query(Long.class)
                            .single())
                    .as(table)
                    .isEqualTo(2);
        }
        var later = Clock.offset(Clock.systemUTC(), Duration.ofDays(31));
        assertThat(new BatchHistory(store.dataSource(), later).retire()).isEqualTo(1);
    }

    private void executions(int from, int count, String created, String ended) {
        var ids = " FROM generate_series(" + from + ", " + (from + count - 1) + ") AS n";
        insert("job_instance (job_instance_id, version, job_name, job_key) SELECT n, 0, 'harvest', n::text" + ids);
        insert("job_execution (job_execution_id, version, job_instance_id, create_time, end_time) SELECT n, 0, n, "
                + created + ", " + ended + "::timestamp" + ids);
        insert(
                "job_execution_params (job_execution_id, parameter_name, parameter_type, identifying) SELECT n, 'run', 'x', 'Y'"
                        + ids);
        insert("job_execution_context (job_execution_id, short_context) SELECT n, '{}'" + ids);
        insert(
                "step_execution (step_execution_id, version, step_name, job_execution_id, create_time) SELECT n, 0, 'drain', n, "
                        + created + ids);
        insert("step_execution_context (step_execution_id, short_context) SELECT n, '{}'" + ids);
    }

    private void insert(String what) {
        store.owner().sql("INSERT INTO batch.batch_" + what).update();
    }
}
