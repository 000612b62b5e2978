package dev.granary.harvester.schedule;

import java.time.Clock;
import java.util.HashSet;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobBuilder;
import org.quartz.JobExecutionContext;
import org.quartz.JobExecutionException;
import org.quartz.JobKey;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.TriggerKey;
import org.quartz.impl.matchers.GroupMatcher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the triggers agree with the registry and its pauses, so that no change needs a restart; one process at a time does it. */
@DisallowConcurrentExecution
public class ScheduleSynchroniser implements Job {

    private static final Logger LOG = LoggerFactory.getLogger(ScheduleSynchroniser.class);

    private final ScheduledServers servers;
    private final Triggers triggers;
    private final Clock clock;

    ScheduleSynchroniser(ScheduledServers servers, Triggers triggers, Clock clock) {
        this.servers = servers;
        this.triggers = triggers;
        this.clock = clock;
    }

    @Override
    public void execute(JobExecutionContext context) throws JobExecutionException {
        try {
            synchronise(context.getScheduler());
        } catch (SchedulerException e) {
            throw new JobExecutionException("The schedule could not be made to agree with the registry", e, false);
        }
    }

    void synchronise(Scheduler scheduler) throws SchedulerException {
        addJobs(scheduler);
        var meant = servers.all();
        for (var kind : ScheduledKind.values()) {
            var left =
                    new HashSet<TriggerKey>(scheduler.getTriggerKeys(GroupMatcher.triggerGroupEquals(kind.triggers())));
            for (var server : meant) {
                var due = Due.after(clock.instant(), server, kind);
                if (due.isPresent()) {
                    left.remove(kind.trigger(server.name()));
                    synchronise(scheduler, due.get());
                }
            }
            for (var gone : left) {
                triggers.change(() -> scheduler.unscheduleJob(gone));
                LOG.info("For {} nothing more is scheduled ({})", gone.getName(), kind.text());
            }
        }
    }

    /** One job for each kind; what else stands in their group is of an older version. */
    private void addJobs(Scheduler scheduler) throws SchedulerException {
        var left = new HashSet<JobKey>(scheduler.getJobKeys(GroupMatcher.jobGroupEquals(ScheduledKind.JOBS)));
        for (var kind : ScheduledKind.values()) {
            if (!left.remove(kind.job())) {
                var job = JobBuilder.newJob(ScheduledHarvest.class)
                        .withIdentity(kind.job())
                        .storeDurably()
                        .build();
                triggers.change(() -> {
                    scheduler.addJob(job, true);
                    return job;
                });
            }
        }
        for (var older : left) {
            triggers.change(() -> scheduler.deleteJob(older));
        }
    }

    private void synchronise(Scheduler scheduler, Due due) throws SchedulerException {
        var present = scheduler.getTrigger(due.kind().trigger(due.server()));
        if (present == null || !due.agreesWith(present)) {
            triggers.put(scheduler, due);
            LOG.info("{} is due ({}) at {}: {}", due.server(), due.kind().text(), due.time(), due.says());
        }
    }
}
