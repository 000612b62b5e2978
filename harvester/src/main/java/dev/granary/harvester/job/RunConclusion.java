package dev.granary.harvester.job;

import dev.granary.harvester.runs.HarvestReport;
import dev.granary.harvester.runs.ProblemCode;
import dev.granary.harvester.runs.RunProblem;
import dev.granary.harvester.runs.RunReports;
import dev.granary.harvester.runs.RunStatus;
import dev.granary.harvester.runs.RunTable;
import dev.granary.harvester.work.StopSignal;
import dev.granary.harvester.work.WorkTable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.stereotype.Component;

/** Ends a run by what its job came to. */
@Component
class RunConclusion {

    private static final Logger LOG = LoggerFactory.getLogger(RunConclusion.class);

    private final RunTable runs;
    private final RunReports reports;
    private final WorkTable work;
    private final StopSignal stop;

    RunConclusion(RunTable runs, RunReports reports, WorkTable work, StopSignal stop) {
        this.runs = runs;
        this.reports = reports;
        this.work = work;
        this.stop = stop;
    }

    HarvestReport of(long run, String process, JobExecution execution) {
        boolean completed = execution.getStatus() == BatchStatus.COMPLETED;
        if (stop.isGiven() && (!completed || work.hasOpen(run))) {
            runs.suspend(run, process);
        } else if (completed) {
            runs.end(run, process, status(report(run)));
        } else {
            execution.getAllFailureExceptions().forEach(failure -> LOG.error("Run {} failed", run, failure));
            runs.addProblem(
                    run, new RunProblem("-", null, ProblemCode.INTERNAL, "The job failed: see the harvester's log."));
            runs.end(run, process, RunStatus.FAILED);
        }
        return report(run);
    }

    private static RunStatus status(HarvestReport report) {
        if (report.matchedNothing()) {
            return RunStatus.FAILED;
        }
        return report.failures().isEmpty() ? RunStatus.DONE : RunStatus.DONE_WITH_FAILURES;
    }

    HarvestReport report(long run) {
        return reports.report(run).orElseThrow(() -> new IllegalStateException("There is no run " + run));
    }
}
