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
import org.quartz.SchedulerException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Starts what is due of one server when its time has come, unless something speaks against it, and sets the next time: both or neither. A store
 * that is away makes it wait, for a time that has passed does not come back.
 */
public class ScheduledHarvest implements Job {

    /** Later than this, a time passed while no harvester ran. */
    private static final Duration LATE = Duration.ofMinutes(2);

    /** How often a harvest that waits for another one's end looks again. */
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(20);

    /** How long it waits for a store that is away, and how often. */
    private static final Duration REST = Duration.ofSeconds(2);

    private static final int RESTS = 900;

    private static final Logger LOG = LoggerFactory.getLogger(ScheduledHarvest.class);

    private final Starting starting;
    private final RunTable runs;
    private final ScheduledServers servers;
    private final Triggers triggers;
    private final Clock clock;

    ScheduledHarvest(Starting starting, RunTable runs, ScheduledServers servers, Triggers triggers, Clock clock) {
        this.starting = starting;
        this.runs = runs;
        this.servers = servers;
        this.triggers = triggers;
        this.clock = clock;
    }

    @Override
    public void execute(JobExecutionContext context) throws JobExecutionException {
        try {
            var begun = triggers.change(() -> begin(context));
            begun.ifPresent(Start::go);
        } catch (SchedulerException | DataAccessException | TransactionException e) {
            throw broken(context, e);
        }
    }

    /** What is to be started once its beginning is written down. */
    private Optional<Start> begin(JobExecutionContext context) throws SchedulerException {
        var trigger = context.getTrigger();
        var kind = ScheduledKind.of(trigger.getKey());
        var server = servers.named(trigger.getKey().getName());
        if (server.isEmpty()) {
            return Optional.empty(); // disabled or paused since: the synchroniser takes the trigger away
        }
        var now = clock.instant();
        var late = Due.lateness(trigger.getJobDataMap(), now).compareTo(LATE) > 0;
        var postponed = postponed(server.get(), kind, now);
        var next = postponed.isPresent() ? postponed : Due.after(now, server.get(), kind);
        if (next.isPresent()) {
            triggers.put(context.getScheduler(), next.get());
        }
        return postponed.isEmpty() && mayBegin(server.get(), kind, now, late)
                ? prepared(server.get().name(), kind)
                : Optional.empty();
    }

    /** A harvest that is refused is not tried again before its next time. */
    private Optional<Start> prepared(String server, ScheduledKind kind) {
        try {
            return Optional.of(starting.prepare(server, kind));
        } catch (HarvestRefused refused) {
            LOG.error("The scheduled harvest of {} was refused: {}", server, refused.getMessage());
            return Optional.empty();
        }
    }

    private static JobExecutionException broken(JobExecutionContext context, Exception e) {
        var message = "What is scheduled for %s could not be begun"
                .formatted(context.getTrigger().getKey().getName());
        return new JobExecutionException(message, e, restedForAnotherTry(context, message, e));
    }

    private static boolean restedForAnotherTry(JobExecutionContext context, String message, Exception e) {
        try {
            if (context.getRefireCount() >= RESTS || context.getScheduler().isShutdown()) {
                return false;
            }
            if (context.getRefireCount() == 0) {
                LOG.warn("{}; it is tried again every {} seconds", message, REST.toSeconds(), e);
            }
            Thread.sleep(REST);
            return !context.getScheduler().isShutdown();
        } catch (SchedulerException stopped) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
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
}
