package dev.granary.registry;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When a server is harvested by itself.
 *
 * @param full reads everything
 * @param incremental reads what changed
 * @param measures takes rows and sizes
 * @param zone in which cron expressions and blackouts are read
 * @param misfire what is done about a time that passed while no harvester ran
 * @param overlap what is done when the time comes while another harvest of the server is under way
 * @param blackout hours in which nothing of this is begun, nor gone on with beyond what is being read
 */
public record Schedule(
        Timing full,
        Timing incremental,
        Timing measures,
        ZoneId zone,
        Misfire misfire,
        Overlap overlap,
        List<Blackout> blackout) {

    public static final Schedule DEFAULT = new Schedule(
            Timing.of("0 0 2 * * ?"),
            Timing.of("every 1h"),
            Timing.of("0 0 5 * * ?"),
            ZoneId.of("UTC"),
            Misfire.ONCE,
            Overlap.WAIT,
            List.of());

    /** What a store was written without is at its default. */
    @JsonCreator
    static Schedule of(
            @JsonProperty("full") @Nullable Timing full,
            @JsonProperty("incremental") @Nullable Timing incremental,
            @JsonProperty("measures") @Nullable Timing measures,
            @JsonProperty("zone") @Nullable ZoneId zone,
            @JsonProperty("misfire") @Nullable Misfire misfire,
            @JsonProperty("overlap") @Nullable Overlap overlap,
            @JsonProperty("blackout") @Nullable List<Blackout> blackout) {
        return new Schedule(
                full == null ? DEFAULT.full : full,
                incremental == null ? DEFAULT.incremental : incremental,
                measures == null ? DEFAULT.measures : measures,
                zone == null ? DEFAULT.zone : zone,
                misfire == null ? DEFAULT.misfire : misfire,
                overlap == null ? DEFAULT.overlap : overlap,
                blackout == null ? DEFAULT.blackout : blackout);
    }

    public Schedule {
        blackout = List.copyOf(blackout);
    }

    /** The schedule of a server as the store keeps it, in the JSON of its settings. */
    public static Schedule stored(String server, String json) {
        return SettingsJson.schedule(server, json);
    }

    /** When the blackout that holds this time ends, the latest of those that do; empty where none does. */
    public Optional<Instant> blackoutEnd(Instant time) {
        return blackout.stream()
                .flatMap(window -> window.endAt(time, zone).stream())
                .max(Comparator.naturalOrder());
    }

    /** A time that passed while no harvester ran. */
    public enum Misfire {
        /** However many passed, one harvest makes up for them. */
        ONCE,
        /** They are let go: the next time is the next. */
        SKIP;

        @JsonValue
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** A time that comes while another harvest of the server is under way. */
    public enum Overlap {
        /** The harvest begins when the other is through. */
        WAIT,
        /** It is let go. */
        SKIP;

        @JsonValue
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
