package dev.granary.harvester.schedule;

import dev.granary.harvester.runs.HarvestMode;
import dev.granary.harvester.runs.HarvestRefused;
import dev.granary.harvester.runs.HarvestRequest;
import dev.granary.harvester.runs.HarvestRuns;
import dev.granary.harvester.runs.RunTable;
import dev.granary.registry.NamePattern;
import org.quartz.Job;
import org.quartz.JobExecutionContext;
import org.quartz.JobExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts the harvest of one server when its time has come, unless one is under way. */
public class ScheduledHarvest implements Job {

    private static final Logger LOG = LoggerFactory.getLogger(ScheduledHarvest.class);

    private final HarvestRuns harvests;
    private final RunTable runs;

    public ScheduledHarvest(HarvestRuns harvests, RunTable runs) {
        this.harvests = harvests;
        this.runs = runs;
    }

    @Override
    public void execute(JobExecutionContext context) throws JobExecutionException {
        var server = context.getJobDetail().getKey().getName();
        if (runs.live().stream().anyMatch(request -> request.meansServer(server))) {
            LOG.warn("The scheduled harvest of {} is skipped: one is under way", server);
            return;
        }
        try {
            long run = harvests.start(new HarvestRequest(NamePattern.literal(server), null, HarvestMode.FULL));
            LOG.info("The scheduled harvest of {} is run {}", server, run);
        } catch (HarvestRefused refused) {
            throw new JobExecutionException("The scheduled harvest of " + server + " was refused", refused, false);
        }
    }
}
