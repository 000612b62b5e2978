package dev.granary.query.diff;

import dev.granary.comparison.PartPair;
import dev.granary.query.changes.Difference;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What differs between two states, read from left to right.
 *
 * @param equal whether nothing differs in what was compared: the two are equal for certain only where {@code notCompared} is empty too
 * @param items the first of the objects that differ, by schema, name and kind
 * @param total how many objects differ
 * @param notCompared the sections that a side could not read, then the first of the objects and parts that it does not know
 */
public record DiffView(
        Side left,
        Side right,
        List<String> parts,
        boolean equal,
        List<Item> items,
        int total,
        List<NotCompared> notCompared) {

    public DiffView {
        parts = List.copyOf(parts);
        items = List.copyOf(items);
        notCompared = List.copyOf(notCompared);
    }

    /** A database at a snapshot; {@code at} is when its reading ended. */
    public record Side(int databaseId, String server, String database, int snapshot, Instant at) {}

    /** An object that differs: {@code added} is on the right only, {@code removed} on the left only. */
    public record Item(
            String kind,
            @Nullable String schema,
            String name,
            @Nullable String oldSchema,
            @Nullable String oldName,
            String event,
            boolean breaking,
            List<Difference> changes,
            int more) {
        public Item {
            changes = List.copyOf(changes);
        }
    }

    /**
     * What a side does not know: of an object a part or, as {@link #WHOLE}, whether it is there; of a database a section, by its name.
     *
     * @param side which one does not: {@code left}, {@code right} or {@code both}
     * @param status {@code unknown} of a part; otherwise what became of the section, such as {@code denied}
     */
    public record NotCompared(
            String kind, @Nullable String schema, String name, String part, String side, String status) {

        static final String WHOLE = "object";
        static final String UNKNOWN = "unknown";

        /** Of a part of an object. */
        static NotCompared part(Pair object, PartPair part) {
            var side = part.wasUnknown() && part.nowUnknown() ? "both" : part.wasUnknown() ? Sight.LEFT : Sight.RIGHT;
            return new NotCompared(object.kind(), object.schema(), object.name(), part.aspect(), side, UNKNOWN);
        }
    }
}
