package dev.granary.harvester.job;

import dev.granary.harvester.runs.ProcessName;
import dev.granary.harvester.work.Worker;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** One worker's step: a database at a time until the run has none left. Batch hears of it at the end only, so that it costs nothing a database. */
@Component
class DrainTasklet implements Tasklet {

    private static final Duration GLANCE = Duration.ofMillis(250);
    private static final Logger LOG = LoggerFactory.getLogger(DrainTasklet.class);

    private final Worker worker;
    private final ProcessName process;

    DrainTasklet(Worker worker, ProcessName process) {
        this.worker = worker;
        this.process = process;
    }

    @Override
    public @Nullable RepeatStatus execute(StepContribution contribution, ChunkContext context)
            throws InterruptedException {
        var step = contribution.getStepExecution();
        long run = RunParameter.run(step);
        var owner = process + "/" + step.getStepName();
        var met = next(run, owner);
        while (met != Worker.Step.THROUGH) {
            if (met == Worker.Step.WORKED) {
                contribution.incrementWriteCount(1);
            } else {
                worker.await(GLANCE);
            }
            met = next(run, owner);
        }
        return RepeatStatus.FINISHED;
    }

    /** A store that is away ends no run: what was leased comes back by itself when it is there again. */
    private Worker.Step next(long run, String owner) throws InterruptedException {
        try {
            return worker.next(run, owner, GLANCE);
        } catch (DataAccessException | TransactionException failed) {
            if (!StoreOutage.isBehind(failed)) {
                throw failed;
            }
            LOG.warn("The store is away; run {} waits for it", run, failed);
            return Worker.Step.WAIT;
        }
    }
}
