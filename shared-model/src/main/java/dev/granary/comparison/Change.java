package dev.granary.comparison;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One difference between two contents of an object.
 *
 * @param on what of the object it is about, such as a column's name; null for the object as a whole
 * @param property which property, where the type leaves that open
 * @param was the value before, or {@code sha256:} and a hash where it is long; null where there was none
 * @param now the value after, likewise
 * @param consequence whether it only follows from a rename of something else, which breaks nothing anew
 */
public record Change(
        ChangeType type,
        @Nullable String on,
        @Nullable String property,
        @Nullable String was,
        @Nullable String now,
        boolean consequence) {

    /** The cause of a consequence, as the API says it. */
    public static final String RENAME = "rename";

    public boolean breaking() {
        return type.breaking() && !consequence;
    }

    Change as(ChangeType other) {
        return new Change(other, on, property, was, now, consequence);
    }

    /** As the API shows it: what is null is left out. */
    public Map<String, Object> json() {
        var json = new LinkedHashMap<String, Object>();
        json.put("type", type.jsonName());
        put(json, "on", on);
        put(json, "property", property);
        put(json, "old", was);
        put(json, "new", now);
        json.put("breaking", breaking());
        put(json, "cause", consequence ? RENAME : null);
        return json;
    }

    private static void put(Map<String, Object> json, String name, @Nullable String value) {
        if (value != null) {
            json.put(name, value);
        }
    }
}
