package dev.granary.harvester.job;

import dev.granary.harvester.work.Worker;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.stereotype.Component;

/** One worker's step: a database at a time until the run has none left. */
@Component
class DrainTasklet implements Tasklet {

    private static final Duration GLANCE = Duration.ofMillis(250);

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
        var met = worker.next(run, owner);
        while (met == Worker.Step.WAIT) {
            worker.await(GLANCE);
            met = worker.next(run, owner);
        }
        if (met == Worker.Step.THROUGH) {
            return RepeatStatus.FINISHED;
        }
        contribution.incrementWriteCount(1);
        return RepeatStatus.CONTINUABLE;
    }
}
