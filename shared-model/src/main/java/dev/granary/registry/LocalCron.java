package dev.granary.registry;

import java.text.ParseException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.Optional;
import java.util.TimeZone;
import org.quartz.CronExpression;

/**
 * A Quartz cron expression over the time on the wall, right on the two days a year when clocks change: a time that does not exist that day
 * comes due when the clocks jump over it, and one that exists twice comes due the first time only. (Quartz itself passes over the former: a
 * harvest at two in the morning would be missing one night a year.)
 */
record LocalCron(String text) implements Timing {

    static LocalCron of(String text) {
        expression(text);
        return new LocalCron(text);
    }

    @Override
    public Optional<Instant> next(Instant after, ZoneId zone) {
        var expression = expression(text);
        var rules = zone.getRules();
        // From before the longest jump of a clock: a time that was jumped over may come due only now.
        var wall = LocalDateTime.ofInstant(after, zone).minusHours(2);
        while (true) {
            var date = expression.getNextValidTimeAfter(Date.from(wall.toInstant(ZoneOffset.UTC)));
            if (date == null) {
                return Optional.empty();
            }
            wall = LocalDateTime.ofInstant(date.toInstant(), ZoneOffset.UTC);
            var offsets = rules.getValidOffsets(wall);
            var due = offsets.isEmpty() ? rules.getTransition(wall).getInstant() : wall.toInstant(offsets.getFirst());
            if (due.isAfter(after)) {
                return Optional.of(due);
            }
        }
    }

    /** Evaluated as if the wall's time were UTC, in which every time exists once. */
    private static CronExpression expression(String text) {
        try {
            var expression = new CronExpression(text);
            expression.setTimeZone(TimeZone.getTimeZone(ZoneOffset.UTC));
            return expression;
        } catch (ParseException wrong) {
            throw new IllegalArgumentException(
                    "'%s' is not a Quartz cron expression: %s".formatted(text, wrong.getMessage()), wrong);
        }
    }
}
