package dev.granary.harvester.schedule;

import dev.granary.harvester.runs.HarvestMode;
import dev.granary.registry.Schedule;
import dev.granary.registry.Timing;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.quartz.JobKey;
import org.quartz.TriggerKey;

/** What the schedule does with a server by itself. */
enum ScheduledKind {
    FULL("full", HarvestMode.FULL, Schedule::full),
    INCREMENTAL("incremental", HarvestMode.INCREMENTAL, Schedule::incremental),
    MEASURES("measures", null, Schedule::measures);

    /** The group of all jobs here. */
    static final String JOBS = "harvest";

    private final String text;
    private final @Nullable HarvestMode mode;
    private final Function<Schedule, Timing> timing;

    ScheduledKind(String text, @Nullable HarvestMode mode, Function<Schedule, Timing> timing) {
        this.text = text;
        this.mode = mode;
        this.timing = timing;
    }

    String text() {
        return text;
    }

    Timing timing(Schedule schedule) {
        return timing.apply(schedule);
    }

    /** How much of the catalogue is read; empty where only sizes are. */
    Optional<HarvestMode> mode() {
        return Optional.ofNullable(mode);
    }

    /** One job for all servers; each has a trigger of its own in {@link #triggers}. */
    JobKey job() {
        return JobKey.jobKey(text, JOBS);
    }

    /** The group of the triggers, whose names are those of servers. */
    String triggers() {
        return JOBS + "-" + text;
    }

    TriggerKey trigger(String server) {
        return TriggerKey.triggerKey(server, triggers());
    }

    static ScheduledKind of(TriggerKey trigger) {
        for (var kind : values()) {
            if (kind.triggers().equals(trigger.getGroup())) {
                return kind;
            }
        }
        throw new IllegalArgumentException("No schedule has the trigger " + trigger);
    }
}
