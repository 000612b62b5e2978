package dev.granary.registry;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** When something is done again: by a cron expression, every so often, or never. */
public sealed interface Timing permits Timing.Never, Timing.Every, LocalCron {

    Timing NEVER = new Never();

    /**
     * Reads {@code never}, {@code every 15m} (s, m, h or d) or a Quartz cron expression.
     *
     * @throws IllegalArgumentException with the reason
     */
    @JsonCreator
    static Timing of(String text) {
        var words = text.strip().toLowerCase(Locale.ROOT);
        if (words.equals("never")) {
            return NEVER;
        }
        return words.startsWith("every") ? Every.of(words) : LocalCron.of(text.strip());
    }

    /** The text by which {@link #of} makes the same again. */
    @JsonValue
    String text();

    /** The first time after the one given; empty when there is none. */
    Optional<Instant> next(Instant after, ZoneId zone);

    /** Not at all. */
    record Never() implements Timing {

        @Override
        public String text() {
            return "never";
        }

        @Override
        public Optional<Instant> next(Instant after, ZoneId zone) {
            return Optional.empty();
        }
    }

    /** So long after the last time, whatever clocks on the wall do. */
    record Every(String text, Duration interval) implements Timing {

        private static final Pattern TEXT = Pattern.compile("every\\s+([1-9][0-9]{0,5})\\s*([smhd])");
        private static final Duration SHORTEST = Duration.ofSeconds(10);
        private static final Duration LONGEST = Duration.ofDays(366);

        static Every of(String words) {
            var match = TEXT.matcher(words);
            if (!match.matches()) {
                throw new IllegalArgumentException(
                        "'" + words + "' is not an interval such as every 30s, every 15m, every 4h or every 1d");
            }
            long count = Long.parseLong(match.group(1));
            var interval =
                    switch (match.group(2)) {
                        case "s" -> Duration.ofSeconds(count);
                        case "m" -> Duration.ofMinutes(count);
                        case "h" -> Duration.ofHours(count);
                        default -> Duration.ofDays(count);
                    };
            if (interval.compareTo(SHORTEST) < 0 || interval.compareTo(LONGEST) > 0) {
                throw new IllegalArgumentException("'" + words + "' is not between 10 seconds and 366 days");
            }
            return new Every("every " + match.group(1) + match.group(2), interval);
        }

        @Override
        public Optional<Instant> next(Instant after, ZoneId zone) {
            return Optional.of(after.plus(interval));
        }
    }
}
