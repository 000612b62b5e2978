package dev.granary.harvester.schedule;

import java.time.ZoneId;
import java.util.TimeZone;
import org.quartz.CronScheduleBuilder;
import org.quartz.CronTrigger;
import org.quartz.JobBuilder;
import org.quartz.JobDetail;
import org.quartz.JobKey;
import org.quartz.TriggerBuilder;
import org.quartz.TriggerKey;

/** When a server is harvested. */
record ScheduledServer(String name, String cron, String zone) {

    static final String GROUP = "harvest";

    JobKey jobKey() {
        return JobKey.jobKey(name, GROUP);
    }

    TriggerKey triggerKey() {
        return TriggerKey.triggerKey(name, GROUP);
    }

    JobDetail job() {
        return JobBuilder.newJob(ScheduledHarvest.class).withIdentity(jobKey()).build();
    }

    /** However many nights a process slept through, one harvest makes up for them. */
    CronTrigger trigger() {
        return TriggerBuilder.newTrigger()
                .withIdentity(triggerKey())
                .forJob(jobKey())
                .withSchedule(CronScheduleBuilder.cronSchedule(cron)
                        .inTimeZone(timeZone())
                        .withMisfireHandlingInstructionFireAndProceed())
                .build();
    }

    boolean agreesWith(CronTrigger trigger) {
        return trigger.getCronExpression().equals(cron) && trigger.getTimeZone().hasSameRules(timeZone());
    }

    private TimeZone timeZone() {
        return TimeZone.getTimeZone(ZoneId.of(zone));
    }
}
