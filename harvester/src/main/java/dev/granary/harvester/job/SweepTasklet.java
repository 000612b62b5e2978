package dev.granary.harvester.job;

import dev.granary.harvester.runs.ProcessName;
import dev.granary.harvester.runs.RunTable;
import dev.granary.harvester.sweep.Sweep;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.stereotype.Component;

/** The step that finds out what there is to do, unless a process that died had found it out already. */
@Component
class SweepTasklet implements Tasklet {

    private final Sweep sweep;
    private final RunTable runs;
    private final ProcessName process;

    SweepTasklet(Sweep sweep, RunTable runs, ProcessName process) {
        this.sweep = sweep;
        this.runs = runs;
        this.process = process;
    }

    @Override
    public @Nullable RepeatStatus execute(StepContribution contribution, ChunkContext context)
            throws InterruptedException {
        var step = contribution.getStepExecution();
        long run = RunParameter.run(step);
        runs.executedAs(run, step.getJobExecutionId());
        var request = runs.request(run).orElseThrow(() -> new IllegalStateException("There is no run " + run));
        if (!runs.isSwept(run)) {
            sweep.run(run, request, process.toString());
        }
        return RepeatStatus.FINISHED;
    }
}
