package dev.granary.query.diff;

import dev.granary.query.changes.Difference;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What differs between two states, read from left to right.
 *
 * @param equal whether nothing differs in the parts that were compared
 * @param items the first of the objects that differ, by schema, name and kind
 * @param total how many objects differ
 * @param notCompared the first of the parts that one side could not read
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

    /** A part of an object of which one side does not know what it holds. */
    public record NotCompared(String kind, @Nullable String schema, String name, String part) {}
}
