package dev.granary.comparison;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A list whose entries have an identity: first by the first key, what is left by the next. A key that is empty identifies nothing.
 *
 * @param label what a change calls an entry
 * @param shape the rules of an entry's properties, by what it was and what it is
 * @param reordered the change that another order of the same entries is, or null where the order says nothing
 */
record Entries(
        List<Function<JsonNode, String>> keys,
        Function<JsonNode, String> label,
        Function<JsonNode, ChangeType> added,
        Function<JsonNode, ChangeType> dropped,
        BiFunction<JsonNode, JsonNode, Shape> shape,
        @Nullable ChangeType reordered)
        implements Rule {

    Entries {
        keys = List.copyOf(keys);
    }

    /** With the same rules for every entry. */
    Entries(
            List<Function<JsonNode, String>> keys,
            Function<JsonNode, String> label,
            Function<JsonNode, ChangeType> added,
            Function<JsonNode, ChangeType> dropped,
            Shape shape,
            @Nullable ChangeType reordered) {
        this(keys, label, added, dropped, (_, _) -> shape, reordered);
    }

    @Override
    public void compare(
            @Nullable String on, String property, @Nullable JsonNode was, @Nullable JsonNode now, List<Change> found) {
        var before = list(was);
        var after = list(now);
        var pairs = new ArrayList<Pair>();
        for (var key : keys) {
            match(key, before, after, pairs);
        }
        for (var gone : before) {
            found.add(new Change(
                    dropped.apply(gone.entry), label.apply(gone.entry), null, brief(gone.entry), null, false));
        }
        for (var come : after) {
            found.add(
                    new Change(added.apply(come.entry), label.apply(come.entry), null, null, brief(come.entry), false));
        }
        pairs.sort(Comparator.comparingInt(pair -> pair.was.place));
        for (var pair : pairs) {
            shape.apply(pair.was.entry, pair.now.entry)
                    .compare(label.apply(pair.was.entry), pair.was.entry, pair.now.entry, found);
        }
        if (reordered != null && !inOrder(pairs)) {
            found.add(new Change(reordered, null, null, null, null, false));
        }
    }

    private static void match(
            Function<JsonNode, String> key, List<Placed> before, List<Placed> after, List<Pair> pairs) {
        var byKey = new HashMap<String, Placed>();
        for (var placed : after) {
            if (!key.apply(placed.entry).isEmpty()) {
                byKey.putIfAbsent(key.apply(placed.entry), placed);
            }
        }
        for (var placed : List.copyOf(before)) {
            var same = byKey.remove(key.apply(placed.entry));
            if (same != null) {
                pairs.add(new Pair(placed, same));
                before.removeIf(other -> other.place == placed.place);
                after.removeIf(other -> other.place == same.place);
            }
        }
    }

    private static boolean inOrder(List<Pair> pairs) {
        int last = -1;
        for (var pair : pairs) {
            if (pair.now.place < last) {
                return false;
            }
            last = pair.now.place;
        }
        return true;
    }

    private static List<Placed> list(@Nullable JsonNode array) {
        var entries = new ArrayList<Placed>();
        if (array != null) {
            array.forEach(entry -> entries.add(new Placed(entries.size(), entry)));
        }
        return entries;
    }

    /** What there was to see of an entry that came or went: its type, or else all of it where that is short. */
    private static @Nullable String brief(JsonNode entry) {
        var type = Values.of(entry, "type");
        if (entry.has("name") && type != null && !entry.has("columns")) {
            return Values.shown(type);
        }
        return Values.shown(entry);
    }

    private record Placed(int place, JsonNode entry) {}

    private record Pair(Placed was, Placed now) {}
}
