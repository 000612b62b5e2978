package dev.granary.harvester.measures;

import dev.granary.harvester.runs.HarvestMode;
import dev.granary.harvester.runs.HarvestRequest;
import dev.granary.registry.NamePattern;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;
import org.quartz.JobExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Measures the server that the job's key names when its time has come; one measuring of a server at a time. */
@DisallowConcurrentExecution
public class ScheduledMeasuring implements Job {

    private static final Logger LOG = LoggerFactory.getLogger(ScheduledMeasuring.class);

    private final Measuring measuring;

    public ScheduledMeasuring(Measuring measuring) {
        this.measuring = measuring;
    }

    @Override
    public void execute(JobExecutionContext context) throws JobExecutionException {
        var server = context.getJobDetail().getKey().getName();
        try {
            var answer = measuring
                    .measure(new HarvestRequest(NamePattern.literal(server), null, HarvestMode.FULL))
                    .answer();
            LOG.info("{} is measured: {}", server, answer.databases());
            answer.findings()
                    .forEach(finding -> LOG.warn(
                            "{}/{} is {} ({}): {}",
                            finding.server(),
                            finding.database(),
                            finding.status(),
                            finding.code(),
                            finding.reason()));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new JobExecutionException("The measuring of " + server + " was cut short", stopped, false);
        }
    }
}
