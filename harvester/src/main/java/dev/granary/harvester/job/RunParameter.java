package dev.granary.harvester.job;

import java.util.Objects;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.step.StepExecution;

/** The job's parameters: which run it carries out, and which of the run's launches it is. */
final class RunParameter {

    private static final String RUN = "run";
    private static final String LAUNCH = "launch";

    private RunParameter() {}

    static JobParameters of(long run, long launch) {
        return new JobParametersBuilder()
                .addLong(RUN, run)
                .addLong(LAUNCH, launch)
                .toJobParameters();
    }

    static long run(StepExecution step) {
        return Objects.requireNonNull(step.getJobParameters().getLong(RUN), "the job has no run");
    }
}
