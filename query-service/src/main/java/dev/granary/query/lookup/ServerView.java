package dev.granary.query.lookup;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A registered server; {@code status} is what the last sweep met: never, reachable, unreachable, denied. */
record ServerView(
        String name,
        @Nullable String environment,
        List<String> tags,
        @Nullable String version,
        boolean enabled,
        String status,
        @Nullable Health health,
        @Nullable Pause pause,
        @Nullable Breaker breaker) {

    ServerView {
        tags = List.copyOf(tags);
    }

    /**
     * What the last look at the server found; looks are taken every minute.
     *
     * @param latencyMs how long the answer took on an open connection; null while the server is out of reach
     * @param failures how many looks in a row found it out of reach
     */
    record Health(
            String status,
            Instant checkedAt,
            @Nullable Instant lastSuccessAt,
            @Nullable Double latencyMs,
            int failures,
            @Nullable String reason) {}

    /** The schedule passes over the server until then, or until it is resumed. */
    record Pause(@Nullable Instant until, @Nullable String reason) {}

    /**
     * The last connections that harvests tried failed, one after the other.
     *
     * @param restUntil before that no harvest tries again; null while the failures are few
     */
    record Breaker(int failures, @Nullable Instant restUntil, String code, String reason) {}
}
