package dev.granary.query.changes;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where an object stood and what it was from one snapshot until before another.
 *
 * @param toSnapshot the first without it; null while it holds
 * @param since when it came to be so: between the two times
 * @param until when it ceased; null while it holds
 * @param event what brought it; null for a database's first snapshot and where only Granary saw or told more
 * @param cause {@code source}, {@code rename}; {@code reformat} where Granary tells more, {@code sight} where its login sees more
 */
public record HistoryView(
        int fromSnapshot,
        @Nullable Integer toSnapshot,
        String kind,
        @Nullable String schema,
        String name,
        String definitionHash,
        Since since,
        @Nullable Until until,
        @Nullable String event,
        boolean breaking,
        String cause,
        List<Difference> changes,
        int more) {

    public HistoryView {
        changes = List.copyOf(changes);
    }

    /** The first is null where there was no snapshot before. Thinning takes neither away: what was seen when stays true. */
    public record Since(
            @Nullable Instant lastSeenWithout, @Nullable Instant firstSeenWith) {}

    /** Likewise. */
    public record Until(
            @Nullable Instant lastSeenWith, @Nullable Instant firstSeenWithout) {}
}
