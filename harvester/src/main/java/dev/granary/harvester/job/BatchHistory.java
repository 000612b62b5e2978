package dev.granary.harvester.job;

import dev.granary.harvester.sql.SqlFile;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.ZoneId;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Deletes what Spring Batch keeps of jobs that ended long ago; what became of a run is in the run's own tables. */
@Component
class BatchHistory {

    private static final Period KEPT = Period.ofDays(30);
    private static final int AT_ONCE = 1000;
    private static final String RETIRE = SqlFile.read(BatchHistory.class, "retire-batch");

    private final JdbcClient store;
    private final Clock clock;

    BatchHistory(DataSource store, Clock clock) {
        this.store = JdbcClient.create(store);
        this.clock = clock;
    }

    /** Returns how many executions were deleted. */
    int retire() {
        // Batch writes local times.
        var before =
                LocalDateTime.ofInstant(clock.instant(), ZoneId.systemDefault()).minus(KEPT);
        int all = 0;
        int deleted = AT_ONCE;
        while (deleted == AT_ONCE) {
            deleted = store.sql(RETIRE)
                    .param("before", before)
                    .param("most", AT_ONCE)
                    .update();
            all += deleted;
        }
        return all;
    }
}
