package dev.granary.query.changes;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An event between a snapshot of a database and the one before it, or of a database as a whole.
 *
 * @param position what {@code after} takes to read on from here
 * @param at when it was published, also where its snapshot was thinned since; null for renames of databases that were noted without their time
 * @param database the name that it has now, or had last
 * @param objectId null for an event of the database as a whole
 * @param name the object's; the database's, where that was renamed or is gone
 * @param oldSchema where it was before, if that was another schema
 * @param oldName what it was called before, if that was otherwise
 * @param cause {@code source}; {@code rename} where it only follows from another's rename; for a removal, why it was believed
 * @param changes the first of what changed in its content
 * @param more how many further changes are not listed
 */
public record ChangeView(
        String position,
        @Nullable Instant at,
        String server,
        String database,
        @Nullable Integer objectId,
        @Nullable String kind,
        @Nullable String schema,
        @Nullable String name,
        @Nullable String oldSchema,
        @Nullable String oldName,
        String event,
        boolean breaking,
        String cause,
        int snapshot,
        List<Difference> changes,
        int more) {

    public ChangeView {
        changes = List.copyOf(changes);
    }
}
