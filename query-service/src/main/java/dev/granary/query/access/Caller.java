package dev.granary.query.access;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Whose key it is. */
record Caller(String prefix, Role role, @Nullable Instant expiresAt) {

    boolean isExpired(Instant now) {
        return expiresAt != null && !now.isBefore(expiresAt);
    }
}
