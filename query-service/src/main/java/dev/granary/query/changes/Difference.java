package dev.granary.query.changes;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.granary.comparison.Change;
import dev.granary.content.StoredText;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One typed difference in an object's content; docs/changes.md has the types with their grades.
 *
 * @param on what of the object, such as a column's name
 * @param property where the type leaves it open
 * @param old the value before, or {@code sha256:} and a hash where it is long
 * @param now the value after, likewise
 * @param cause {@code rename} where it only follows from another's rename
 */
public record Difference(
        String type,
        @Nullable String on,
        @Nullable String property,
        @Nullable String old,
        @JsonProperty("new") @Nullable String now,
        boolean breaking,
        @Nullable String cause) {

    public static Difference of(Change change) {
        return new Difference(
                change.type().jsonName(),
                change.on(),
                change.property(),
                change.was(),
                change.now(),
                change.breaking(),
                change.consequence() ? Change.RENAME : null);
    }

    /** Those that an event's detail lists; events of earlier versions list none. */
    static List<Difference> listed(@Nullable String detail) {
        var listed = new ArrayList<Difference>();
        if (detail != null) {
            JsonMapper.shared().readTree(detail).path("changes").forEach(change -> listed.add(stored(change)));
        }
        return listed;
    }

    static int unlisted(@Nullable String detail) {
        return detail == null
                ? 0
                : JsonMapper.shared().readTree(detail).path("more").asInt(0);
    }

    private static Difference stored(JsonNode change) {
        return new Difference(
                change.path("type").asString(),
                text(change, "on"),
                text(change, "property"),
                text(change, "old"),
                text(change, "new"),
                change.path("breaking").asBoolean(false),
                text(change, "cause"));
    }

    private static @Nullable String text(JsonNode change, String property) {
        var value = change.get(property);
        return value == null ? null : StoredText.decode(value.asString());
    }
}
