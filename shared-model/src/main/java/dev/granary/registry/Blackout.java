package dev.granary.registry;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Hours of some days of the week in which nothing that the schedule started touches a server: {@code MON-FRI 08:00-18:00}. */
public record Blackout(String text, Set<DayOfWeek> days, LocalTime from, LocalTime to) {

    private static final Pattern TEXT =
            Pattern.compile("([A-Z,-]+|\\*) +([0-2][0-9]:[0-5][0-9])-([0-2][0-9]:[0-5][0-9])");
    private static final String EXPECTED =
            "' is not a blackout such as MON-FRI 08:00-18:00, SUN 22:00-04:00 or * 12:00-13:00";

    public Blackout {
        days = Set.copyOf(days);
    }

    /**
     * Reads days, a blank, and hours; hours that end before they begin end on the next day, and 00:00-00:00 is all day.
     *
     * @throws IllegalArgumentException with the reason
     */
    @JsonCreator
    public static Blackout of(String text) {
        var match = TEXT.matcher(text.strip().toUpperCase(Locale.ROOT));
        if (!match.matches()) {
            throw new IllegalArgumentException("'" + text + EXPECTED);
        }
        return new Blackout(
                text.strip(), days(match.group(1), text), time(match.group(2), text), time(match.group(3), text));
    }

    @JsonValue
    @Override
    public String text() {
        return text;
    }

    /** When the window that holds this time ends; empty where none does. */
    public Optional<Instant> endAt(Instant time, ZoneId zone) {
        var today = time.atZone(zone).toLocalDate();
        return windowEnd(today.minusDays(1), time, zone).or(() -> windowEnd(today, time, zone));
    }

    private Optional<Instant> windowEnd(LocalDate day, Instant time, ZoneId zone) {
        if (!days.contains(day.getDayOfWeek())) {
            return Optional.empty();
        }
        var begin = day.atTime(from).atZone(zone).toInstant();
        var lastDay = from.isBefore(to) ? day : day.plusDays(1);
        var end = lastDay.atTime(to).atZone(zone).toInstant();
        return time.isBefore(begin) || !time.isBefore(end) ? Optional.empty() : Optional.of(end);
    }

    private static Set<DayOfWeek> days(String words, String text) {
        if (words.equals("*")) {
            return EnumSet.allOf(DayOfWeek.class);
        }
        var days = EnumSet.noneOf(DayOfWeek.class);
        for (var range : words.split(",", -1)) {
            var ends = range.split("-", -1);
            var first = day(ends[0], text);
            var last = ends.length == 1 ? first : day(ends[1], text);
            if (ends.length > 2) {
                throw new IllegalArgumentException("'" + text + EXPECTED);
            }
            for (var day = first; day != last; day = day.plus(1)) {
                days.add(day);
            }
            days.add(last);
        }
        return days;
    }

    private static DayOfWeek day(String word, String text) {
        return Arrays.stream(DayOfWeek.values())
                .filter(day -> day.name().substring(0, 3).equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'" + text + EXPECTED));
    }

    private static LocalTime time(String word, String text) {
        if (word.compareTo("23:59") > 0) {
            throw new IllegalArgumentException("'" + text + EXPECTED);
        }
        return LocalTime.parse(word);
    }
}
