package dev.granary.harvester.schedule;

import dev.granary.registry.Timing;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.quartz.JobDataMap;
import org.quartz.SimpleScheduleBuilder;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;

/**
 * The one next time at which something is done with a server. Each time sets the next: what comes after is computed here, where clock changes
 * and intervals are right, and Quartz sees to it that one process of all takes it up, also when it is late.
 */
record Due(String server, ScheduledKind kind, Instant time, String says) {

    private static final String TIME = "time";
    private static final String SAYS = "says";

    /** The next by the schedule; empty where there is none. */
    static Optional<Due> after(Instant time, ScheduledServer server, ScheduledKind kind) {
        return kind.timing(server.schedule())
                .next(time, server.schedule().zone())
                .map(next -> new Due(server.name(), kind, next, says(server, kind)));
    }

    /** The same, at another time. */
    static Due at(Instant time, ScheduledServer server, ScheduledKind kind) {
        return new Due(server.name(), kind, time, says(server, kind));
    }

    Trigger trigger() {
        return TriggerBuilder.newTrigger()
                .withIdentity(kind.trigger(server))
                .forJob(kind.job())
                .startAt(Date.from(time))
                .usingJobData(TIME, time.toString())
                .usingJobData(SAYS, says)
                .withSchedule(SimpleScheduleBuilder.simpleSchedule().withMisfireHandlingInstructionFireNow())
                .build();
    }

    /** Whether a trigger that is there still says what the schedule says. */
    boolean agreesWith(Trigger present) {
        return present.getNextFireTime() != null
                && says.equals(present.getJobDataMap().getString(SAYS));
    }

    /** How late what is done now is. */
    static Duration lateness(JobDataMap trigger, Instant now) {
        var time = trigger.getString(TIME);
        return time == null ? Duration.ZERO : Duration.between(Instant.parse(time), now);
    }

    private static String says(ScheduledServer server, ScheduledKind kind) {
        Timing timing = kind.timing(server.schedule());
        return timing.text() + " (" + server.schedule().zone() + ")";
    }
}
