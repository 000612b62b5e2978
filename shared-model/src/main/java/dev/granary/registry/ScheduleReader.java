package dev.granary.registry;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads a schedule; what passes here will come due. */
final class ScheduleReader {
    private final Clock clock;

    ScheduleReader(Clock clock) {
        this.clock = clock;
    }

    /** @param otherwise what holds for the options that are left out */
    Optional<Schedule> read(Option option, Schedule otherwise) {
        return Block.of(option, ServerOptions.SCHEDULE_OPTIONS)
                .map(block -> new Schedule(
                        block.read(ServerOptions.FULL, otherwise.full(), this::timing),
                        block.read(ServerOptions.INCREMENTAL, otherwise.incremental(), this::timing),
                        block.read(ServerOptions.MEASURES, otherwise.measures(), this::timing),
                        block.read(ServerOptions.ZONE, otherwise.zone(), it -> it.parsed(ScheduleReader::zone)),
                        block.read(
                                ServerOptions.MISFIRE,
                                otherwise.misfire(),
                                it -> it.parsed(text -> oneOf(Schedule.Misfire.values(), text))),
                        block.read(
                                ServerOptions.OVERLAP,
                                otherwise.overlap(),
                                it -> it.parsed(text -> oneOf(Schedule.Overlap.values(), text))),
                        block.read(
                                ServerOptions.BLACKOUT,
                                otherwise.blackout(),
                                it -> Optional.of(it.list(Blackout::of)))));
    }

    private Optional<Timing> timing(Option option) {
        return option.parsed(text -> {
            var timing = Timing.of(text);
            if (!(timing instanceof Timing.Never)
                    && timing.next(clock.instant(), ZoneId.of("UTC")).isEmpty()) {
                throw new IllegalArgumentException("'" + text + "' never comes due");
            }
            return timing;
        });
    }

    private static <E extends Enum<E>> E oneOf(E[] values, String text) {
        Function<E, String> word = value -> value.name().toLowerCase(Locale.ROOT);
        return Arrays.stream(values)
                .filter(value -> word.apply(value).equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'%s' is not %s"
                        .formatted(text, Arrays.stream(values).map(word).collect(Collectors.joining(" or ")))));
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
