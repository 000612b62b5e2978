package dev.granary.harvester.job;

import dev.granary.harvester.runs.HarvestProperties;
import dev.granary.harvester.runs.HarvestReport;
import dev.granary.harvester.runs.LostRunException;
import dev.granary.harvester.runs.RunHeartbeat;
import dev.granary.harvester.runs.RunReports;
import dev.granary.harvester.runs.RunTable;
import dev.granary.harvester.work.StopSignal;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Carries out a run that this process holds, as a Batch job, and as another one when the store was away in the middle of the first. */
@Component
class RunExecution {

    private static final Duration REST = Duration.ofSeconds(1);
    private static final Logger LOG = LoggerFactory.getLogger(RunExecution.class);

    private final Job harvestJob;
    private final JobOperator operator;
    private final JobRepository jobs;
    private final RunTable runs;
    private final RunReports reports;
    private final RunConclusion conclusion;
    private final HarvestProperties properties;
    private final BatchHistory history;
    private final StopSignal stop;
    private final Clock clock;

    RunExecution(
            Job harvestJob,
            JobOperator operator,
            JobRepository jobs,
            RunTable runs,
            RunReports reports,
            RunConclusion conclusion,
            HarvestProperties properties,
            BatchHistory history,
            StopSignal stop,
            Clock clock) {
        this.harvestJob = harvestJob;
        this.operator = operator;
        this.jobs = jobs;
        this.runs = runs;
        this.reports = reports;
        this.conclusion = conclusion;
        this.properties = properties;
        this.history = history;
        this.stop = stop;
        this.clock = clock;
    }

    /** The report of the run once it has ended, or was left to others because this process stops or lost it. */
    HarvestReport carryOut(long run, String process) throws InterruptedException {
        try (var _ = RunHeartbeat.of(runs, run, process, properties.heartbeat())) {
            while (true) {
                try {
                    return attempt(run, process);
                } catch (RuntimeException failed) {
                    if (stop.isGiven() || !StoreOutage.isBehind(failed)) {
                        throw failed;
                    }
                    LOG.warn("The store was away; run {} goes on when it is back", run, failed);
                }
                Thread.sleep(REST);
            }
        }
    }

    private HarvestReport attempt(long run, String process) {
        runs.batchExecution(run)
                .map(jobs::getJobExecution)
                .filter(JobExecution::isRunning)
                .ifPresent(operator::recover);
        var execution = execute(run);
        if (execution.getStatus() != BatchStatus.COMPLETED) {
            for (var failure : execution.getAllFailureExceptions()) {
                if (StoreOutage.isBehind(failure)) {
                    throw new IllegalStateException(
                            "The job of run %d ended without its store".formatted(run), failure);
                }
                if (failure instanceof LostRunException lost) {
                    LOG.warn("{}", lost.getMessage());
                    return conclusion.report(run);
                }
            }
        }
        var report = conclusion.of(run, process, execution);
        tidy();
        return report;
    }

    /** What the run came to stands whatever becomes of this; the next run makes up for it. */
    private void tidy() {
        try {
            history.retire();
        } catch (DataAccessException failed) {
            LOG.warn("Batch's notes of old jobs could not be deleted; they are after the next run", failed);
        }
    }

    private JobExecution execute(long run) {
        try {
            return operator.start(harvestJob, RunParameter.of(run, clock.millis()));
        } catch (JobExecutionException e) {
            throw new IllegalStateException("The job of run %d could not be started".formatted(run), e);
        }
    }

    /** The report of a run that this process holds no more. */
    HarvestReport ended(long run) {
        return reports.report(run).orElseThrow(() -> new IllegalArgumentException("There is no run %d".formatted(run)));
    }
}
