package dev.granary.harvester.schedule;

import dev.granary.harvester.runs.HarvestRefused;
import dev.granary.harvester.runs.RunTable;
import dev.granary.registry.Schedule;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.quartz.Job;
import org.quartz.JobExecutionContext;
import org.quartz.JobExecutionException;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.TriggerKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts the harvest of one server when its time has come, unless something speaks against it; and sets the next time. */
public class ScheduledHarvest implements Job {

    /** Later than this, a time passed while no harvester ran. */
    private static final Duration LATE = Duration.ofMinutes(2);

    /** How often a harvest that waits for another one's end looks again. */
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(20);

    private static final Logger LOG = LoggerFactory.getLogger(ScheduledHarvest.class);

    private final Starting starting;
    private final RunTable runs;
    private final ScheduledServers servers;
    private final Clock clock;

    ScheduledHarvest(Starting starting, RunTable runs, ScheduledServers servers, Clock clock) {
        this.starting = starting;
        this.runs = runs;
        this.servers = servers;
        this.clock = clock;
    }

    @Override
    public void execute(JobExecutionContext context) throws JobExecutionException {
        var trigger = context.getTrigger();
        var kind = ScheduledKind.of(trigger.getKey());
        var server = servers.named(trigger.getKey().getName());
        if (server.isEmpty()) {
            return; // disabled or paused since: the synchroniser takes the trigger away
        }
        var now = clock.instant();
        var late = Due.lateness(trigger.getJobDataMap(), now).compareTo(LATE) > 0;
        try {
            var postponed = postponed(server.get(), kind, now);
            var next = postponed.isPresent() ? postponed : Due.after(now, server.get(), kind);
            schedule(context.getScheduler(), trigger.getKey(), next);
            if (postponed.isEmpty() && mayBegin(server.get(), kind, now, late)) {
                start(server.get().name(), kind);
            }
        } catch (SchedulerException e) {
            throw new JobExecutionException("The next harvest of a server could not be scheduled", e, false);
        }
    }

    /** The time at which to try again what waits, if it does. */
    private Optional<Due> postponed(ScheduledServer server, ScheduledKind kind, Instant now) {
        var schedule = server.schedule();
        var blackout = schedule.blackoutEnd(now);
        if (blackout.isPresent()) {
            return kind == ScheduledKind.FULL ? blackout.map(end -> Due.at(end, server, kind)) : Optional.empty();
        }
        return schedule.overlap() == Schedule.Overlap.WAIT && isUnderWay(server)
                ? Optional.of(Due.at(now.plus(LOOK_AGAIN), server, kind))
                : Optional.empty();
    }

    private boolean mayBegin(ScheduledServer server, ScheduledKind kind, Instant now, boolean late) {
        if (late && server.schedule().misfire() == Schedule.Misfire.SKIP) {
            LOG.warn(
                    "What is scheduled ({}) for {} is skipped: its time passed while no harvester ran",
                    kind.text(),
                    server.name());
            return false;
        }
        if (server.schedule().blackoutEnd(now).isPresent()) {
            LOG.info("What is scheduled ({}) for {} is skipped: its time is in a blackout", kind.text(), server.name());
            return false;
        }
        if (isUnderWay(server)) {
            LOG.warn("What is scheduled ({}) for {} is skipped: one is under way", kind.text(), server.name());
            return false;
        }
        return true;
    }

    private boolean isUnderWay(ScheduledServer server) {
        return runs.live().stream().anyMatch(request -> request.meansServer(server.name()));
    }

    private static void schedule(Scheduler scheduler, TriggerKey present, Optional<Due> next)
            throws SchedulerException {
        if (next.isPresent()) {
            scheduler.rescheduleJob(present, next.get().trigger());
        }
    }

    private void start(String server, ScheduledKind kind) throws JobExecutionException {
        try {
            starting.start(server, kind);
        } catch (HarvestRefused refused) {
            throw new JobExecutionException("The scheduled harvest of " + server + " was refused", refused, false);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new JobExecutionException("The measuring of " + server + " was cut short", stopped, false);
        }
    }
}
