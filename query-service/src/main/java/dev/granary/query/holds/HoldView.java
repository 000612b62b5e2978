package dev.granary.query.holds;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A hold; {@code state} is open, applied, rejected or superseded, {@code objects} how many it lists, {@code releaseRun} the harvest that was
 * started to apply it.
 */
record HoldView(
        int id,
        String server,
        String database,
        String state,
        String code,
        String reason,
        Instant openedAt,
        Instant updatedAt,
        int objects,
        @Nullable Instant decidedAt,
        @Nullable String decidedBy,
        @Nullable String note,
        @Nullable Long releaseRun) {}
