package dev.granary.query.pointers;

import org.jspecify.annotations.Nullable;

/**
 * A database and where it stands.
 *
 * @param reason why it is stale or was never read; null where it is current
 * @param openHolds how many holds of it wait for a decision
 */
public record DatabasePointer(
        int id,
        String server,
        String name,
        @Nullable String collation,
        @Nullable String state,
        @Nullable String reason,
        @Nullable CurrentSnapshot snapshot,
        int openHolds) {

    public String status() {
        if (snapshot == null) {
            return "never";
        }
        return isStale() ? "stale" : "current";
    }

    public boolean isStale() {
        return reason != null;
    }
}
