package dev.granary.comparison;

import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What it means that a property has another value; null stands for its default. */
interface Rule {

    void compare(
            @Nullable String on, String property, @Nullable JsonNode was, @Nullable JsonNode now, List<Change> found);

    /** Always this type, which says by itself which property it is about. */
    static Rule of(ChangeType type) {
        return by((_, _) -> type);
    }

    /** This type, for any of several properties. */
    static Rule option(ChangeType type) {
        return (on, property, was, now, found) ->
                found.add(new Change(type, on, property, Values.shown(was), Values.shown(now), false));
    }

    /** The type that the two values make it. */
    static Rule by(BiFunction<@Nullable JsonNode, @Nullable JsonNode, ChangeType> type) {
        return (on, _, was, now, found) ->
                found.add(new Change(type.apply(was, now), on, null, Values.shown(was), Values.shown(now), false));
    }

    /** One type for a value that comes, one for one that goes, one for one that changes. */
    static Rule of(ChangeType added, ChangeType dropped, ChangeType changed) {
        return by((was, now) -> was == null ? added : now == null ? dropped : changed);
    }

    /** A flag: one type where it rises, one where it falls. */
    static Rule flag(ChangeType risen, ChangeType fallen) {
        return by((_, now) -> now == null ? fallen : risen);
    }

    /** Told elsewhere. */
    static Rule none() {
        return (_, _, _, _, _) -> {};
    }
}
