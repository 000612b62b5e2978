package dev.granary.harvester.retention;

import java.time.Clock;
import java.util.TimeZone;
import javax.sql.DataSource;
import org.quartz.CronScheduleBuilder;
import org.quartz.JobBuilder;
import org.quartz.JobDetail;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Retention and when it comes by itself. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RetentionPolicy.class)
class RetentionConfiguration {

    private static final String NAME = "retention";

    @Bean
    Retention retention(DataSource store, RetentionPolicy policy, Clock clock) {
        return new Retention(store, policy, clock);
    }

    @Bean
    @ConditionalOnBooleanProperty("granary.retention.enabled")
    JobDetail retentionJob() {
        return JobBuilder.newJob(RetentionJob.class)
                .withIdentity(NAME)
                .storeDurably()
                .build();
    }

    @Bean
    @ConditionalOnBooleanProperty("granary.retention.enabled")
    Trigger retentionTrigger(JobDetail retentionJob, @Value("${granary.retention.cron}") String cron) {
        return TriggerBuilder.newTrigger()
                .withIdentity(NAME)
                .forJob(retentionJob)
                .withSchedule(CronScheduleBuilder.cronSchedule(cron)
                        .inTimeZone(TimeZone.getTimeZone("UTC"))
                        .withMisfireHandlingInstructionDoNothing())
                .build();
    }
}
