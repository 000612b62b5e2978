package dev.granary.harvester.schedule;

import dev.granary.harvester.sql.SqlFile;
import java.util.HashSet;
import javax.sql.DataSource;
import org.quartz.CronTrigger;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;
import org.quartz.JobExecutionException;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.TriggerKey;
import org.quartz.impl.matchers.GroupMatcher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Makes the triggers agree with the registry, so that {@code register} needs no restart; one process at a time does it. */
@DisallowConcurrentExecution
public class ScheduleSynchroniser implements Job {

    private static final String SERVERS = SqlFile.read(ScheduleSynchroniser.class, "scheduled-servers");
    private static final Logger LOG = LoggerFactory.getLogger(ScheduleSynchroniser.class);

    private final JdbcClient store;

    public ScheduleSynchroniser(DataSource store) {
        this.store = JdbcClient.create(store);
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
        var left = new HashSet<TriggerKey>(
                scheduler.getTriggerKeys(GroupMatcher.triggerGroupEquals(ScheduledServer.GROUP)));
        for (var server : store.sql(SERVERS).query(ScheduledServer.class).list()) {
            left.remove(server.triggerKey());
            synchronise(scheduler, server);
        }
        for (var gone : left) {
            scheduler.unscheduleJob(gone);
            LOG.info("{} is no longer harvested by itself", gone.getName());
        }
    }

    private static void synchronise(Scheduler scheduler, ScheduledServer server) throws SchedulerException {
        if (!(scheduler.getTrigger(server.triggerKey()) instanceof CronTrigger present)) {
            scheduler.scheduleJob(server.job(), server.trigger());
            LOG.info("{} is harvested at {} ({})", server.name(), server.cron(), server.zone());
        } else if (!server.agreesWith(present)) {
            scheduler.rescheduleJob(server.triggerKey(), server.trigger());
            LOG.info("{} is now harvested at {} ({})", server.name(), server.cron(), server.zone());
        }
    }
}
