package dev.granary.harvester.health;

import org.quartz.JobBuilder;
import org.quartz.JobDetail;
import org.quartz.SimpleScheduleBuilder;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The look at all servers, each minute, by one process of all. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty("granary.health.enabled")
class HealthConfiguration {

    private static final String NAME = "look-at-servers";

    @Bean
    JobDetail lookAtServers() {
        return JobBuilder.newJob(HealthCheck.class)
                .withIdentity(NAME)
                .storeDurably()
                .build();
    }

    /** Looks that were missed are not made up for. */
    @Bean
    Trigger lookEveryMinute(JobDetail lookAtServers) {
        return TriggerBuilder.newTrigger()
                .withIdentity(NAME)
                .forJob(lookAtServers)
                .withSchedule(SimpleScheduleBuilder.repeatMinutelyForever()
                        .withMisfireHandlingInstructionNextWithRemainingCount())
                .build();
    }
}
