package dev.granary.harvester.retention;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How long what is kept.
 *
 * @param all every snapshot
 * @param daily the last snapshot of each day (UTC)
 * @param weekly the last of each week
 * @param monthly the last of each month
 * @param grace how long content stays after nothing refers to it any more
 * @param measures rows and sizes, by whole months
 * @param runs what a run noted of each database
 * @param unchanged what an incremental run noted of those that it did not have to read
 */
@Validated
@ConfigurationProperties("granary.retention")
public record RetentionPolicy(
        @DefaultValue("P7D") @NotNull Period all,
        @DefaultValue("P60D") @NotNull Period daily,
        @DefaultValue("P1Y") @NotNull Period weekly,
        @DefaultValue("P7Y") @NotNull Period monthly,
        @DefaultValue("P7D") @NotNull Duration grace,
        @DefaultValue("P25M") @NotNull Period measures,
        @DefaultValue("P90D") @NotNull Period runs,
        @DefaultValue("P7D") @NotNull Period unchanged) {

    public RetentionPolicy {
        requireNotNegative("all", all);
        requireNotNegative("daily", daily);
        requireNotNegative("weekly", weekly);
        requireNotNegative("monthly", monthly);
        requireNotNegative("runs", runs);
        requireNotNegative("unchanged", unchanged);
        if (grace.isNegative()) {
            throw new IllegalArgumentException("granary.retention.grace is negative");
        }
        var months = Period.ofMonths((int) measures.toTotalMonths());
        if (measures.toTotalMonths() < 2 || !months.normalized().equals(measures.normalized())) {
            throw new IllegalArgumentException("granary.retention.measures is whole months, two or more, such as P25M");
        }
    }

    static Instant before(Instant now, Period period) {
        return now.atZone(ZoneOffset.UTC).minus(period).toInstant();
    }

    private static void requireNotNegative(String name, Period period) {
        if (period.isNegative()) {
            throw new IllegalArgumentException("granary.retention." + name + " is negative");
        }
    }
}
