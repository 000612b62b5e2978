package dev.granary.harvester.runs;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How hard a process harvests, and how soon others believe it dead.
 *
 * @param workers how many databases one process reads at once, over all servers and runs
 * @param joins whether this process works on runs that others started and takes over those whose process died
 * @param look how often it looks for such runs
 * @param lease how long a database is a worker's own unless it extends the lease, which it does four times as often
 * @param heartbeat how often the process that holds a run says that it lives
 * @param deadAfter how old that word is when others may take the run over
 * @param breakerFailures after how many failed connections in a row a server is left to rest
 * @param breakerRest how long the first time; each time after that twice as long
 */
@Validated
@ConfigurationProperties("granary.harvest")
public record HarvestProperties(
        @DefaultValue("4") @Min(1) @Max(64) int workers,
        @DefaultValue("true") boolean joins,

        @DefaultValue("1s") @DurationMin(millis = 50) @DurationMax(minutes = 10)
        Duration look,

        @DefaultValue("60s") @DurationMin(seconds = 1) @DurationMax(hours = 1)
        Duration lease,

        @DefaultValue("10s") @DurationMin(millis = 100) @DurationMax(minutes = 10)
        Duration heartbeat,

        @DefaultValue("60s") @DurationMin(seconds = 1) @DurationMax(hours = 1)
        Duration deadAfter,

        @DefaultValue("3") @Min(1) @Max(100) int breakerFailures,

        @DefaultValue("30s") @DurationMin(millis = 100) @DurationMax(hours = 1)
        Duration breakerRest) {

    /** As a program without settings has them. */
    public static final HarvestProperties DEFAULT = new HarvestProperties(
            4,
            true,
            Duration.ofSeconds(1),
            Duration.ofSeconds(60),
            Duration.ofSeconds(10),
            Duration.ofSeconds(60),
            3,
            Duration.ofSeconds(30));

    /** One lost beat is no death. */
    @AssertTrue(message = "heartbeat must be at most a third of deadAfter")
    public boolean isHeartbeatFrequent() {
        return heartbeat == null
                || deadAfter == null
                || heartbeat.multipliedBy(3).compareTo(deadAfter) <= 0;
    }
}
