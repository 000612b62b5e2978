package dev.granary.harvester.schedule;

import dev.granary.harvester.runs.HarvestMode;
import dev.granary.registry.Schedule;
import dev.granary.registry.Timing;
import org.quartz.JobKey;
import org.quartz.TriggerKey;

/** What the schedule does with a server by itself. */
enum ScheduledKind {
    FULL(HarvestMode.FULL) {
        @Override
        Timing timing(Schedule schedule) {
            return schedule.full();
        }
    },
    INCREMENTAL(HarvestMode.INCREMENTAL) {
        @Override
        Timing timing(Schedule schedule) {
            return schedule.incremental();
        }
    };

    /** The group of all jobs here. */
    static final String JOBS = "harvest";

    private final HarvestMode mode;

    ScheduledKind(HarvestMode mode) {
        this.mode = mode;
    }

    abstract Timing timing(Schedule schedule);

    HarvestMode mode() {
        return mode;
    }

    /** One job for all servers; each has a trigger of its own in {@link #triggers}. */
    JobKey job() {
        return JobKey.jobKey(mode.text(), JOBS);
    }

    /** The group of the triggers, whose names are those of servers. */
    String triggers() {
        return JOBS + "-" + mode.text();
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
