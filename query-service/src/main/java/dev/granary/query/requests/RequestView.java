package dev.granary.query.requests;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that was asked of the harvester; {@code status} is queued, done, refused (then {@code reason} says why, and nothing was changed) or
 * failed. The {@code run} that it started goes on after it is done.
 */
public record RequestView(
        long id,
        String kind,
        String status,
        String requestedBy,
        Instant requestedAt,
        @Nullable Instant takenAt,
        @Nullable Long run,
        @Nullable String reason) {}
