package dev.granary.harvester.schedule;

import org.quartz.JobBuilder;
import org.quartz.JobDetail;
import org.quartz.SimpleScheduleBuilder;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The one job that is always there: the one that looks after all others, at start and every minute. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty("granary.schedule.enabled")
class ScheduleConfiguration {

    private static final String NAME = "synchronise-schedule";

    @Bean
    JobDetail synchroniseSchedule() {
        return JobBuilder.newJob(ScheduleSynchroniser.class)
                .withIdentity(NAME)
                .storeDurably()
                .build();
    }

    @Bean
    Trigger everyMinute(JobDetail synchroniseSchedule) {
        return TriggerBuilder.newTrigger()
                .withIdentity(NAME)
                .forJob(synchroniseSchedule)
                .startNow()
                .withSchedule(SimpleScheduleBuilder.repeatMinutelyForever()
                        .withMisfireHandlingInstructionNowWithRemainingCount())
                .build();
    }
}
