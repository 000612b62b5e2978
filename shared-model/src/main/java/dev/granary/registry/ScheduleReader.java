package dev.granary.registry;

import java.text.ParseException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Date;
import java.util.Optional;
import org.quartz.CronExpression;

/** Reads a schedule by the scheduler's own rules: what passes here, Quartz will take. */
final class ScheduleReader {
    private final Clock clock;

    ScheduleReader(Clock clock) {
        this.clock = clock;
    }

    Optional<Schedule> read(Option option) {
        return Block.of(option, ServerOptions.SCHEDULE_OPTIONS)
                .map(block -> new Schedule(
                        block.read(ServerOptions.FULL, Schedule.DEFAULT.full(), it -> it.parsed(this::cron)),
                        block.read(
                                ServerOptions.ZONE, Schedule.DEFAULT.zone(), it -> it.parsed(ScheduleReader::zone))));
    }

    private String cron(String text) {
        CronExpression expression;
        try {
            expression = new CronExpression(text);
        } catch (ParseException wrong) {
            throw new IllegalArgumentException(
                    "'%s' is not a Quartz cron expression: %s".formatted(text, wrong.getMessage()), wrong);
        }
        if (expression.getNextValidTimeAfter(Date.from(clock.instant())) == null) {
            throw new IllegalArgumentException("'" + text + "' never comes due");
        }
        return text;
    }

    private static ZoneId zone(String text) {
        try {
            return ZoneId.of(text);
        } catch (DateTimeException unknown) {
            throw new IllegalArgumentException(
                    "'" + text + "' is not a time zone such as UTC or Europe/Berlin", unknown);
        }
    }
}
