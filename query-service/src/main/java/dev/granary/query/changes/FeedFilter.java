package dev.granary.query.changes;

import dev.granary.query.web.Reason;
import dev.granary.query.web.RefusedException;
import dev.granary.registry.NamePattern;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What a reader of the feed wants to see; names are patterns. What it leaves out moves the reader's position all the same. */
record FeedFilter(
        @Nullable NamePattern server,
        @Nullable NamePattern database,
        @Nullable NamePattern schema,
        @Nullable NamePattern name,
        @Nullable String event,
        @Nullable Boolean breaking,
        @Nullable Instant since) {

    private static final Set<String> EVENTS = Set.of(
            "added",
            "removed",
            "altered",
            "renamed",
            "moved",
            "re-created",
            "database-added",
            "database-renamed",
            "database-removed");

    FeedFilter {
        if (event != null && !EVENTS.contains(event)) {
            throw new RefusedException(
                    Reason.INVALID_PARAMETER,
                    "event must be one of %s".formatted(String.join(", ", new TreeSet<>(EVENTS))));
        }
    }

    static @Nullable NamePattern pattern(String parameter, @Nullable String text) {
        try {
            return text == null ? null : NamePattern.of(text);
        } catch (IllegalArgumentException e) {
            throw new RefusedException(Reason.INVALID_PARAMETER, "%s: %s".formatted(parameter, e.getMessage()));
        }
    }

    /** Whether there is something that the statement does not filter by itself. */
    boolean isSelective() {
        return server != null || database != null || schema != null || name != null || since != null;
    }

    boolean takes(ChangeView change) {
        return matches(server, change.server())
                && matches(database, change.database())
                && matches(schema, change.schema())
                && matches(name, change.name())
                && (since == null || (change.at() != null && !change.at().isBefore(since)));
    }

    private static boolean matches(@Nullable NamePattern pattern, @Nullable String name) {
        return pattern == null || (name != null && pattern.matches(name));
    }
}
