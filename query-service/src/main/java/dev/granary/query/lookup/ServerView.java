package dev.granary.query.lookup;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A registered server; {@code status} is what the last sweep met: never, reachable, unreachable, denied. */
record ServerView(
        String name,
        @Nullable String environment,
        List<String> tags,
        @Nullable String version,
        boolean enabled,
        String status) {

    ServerView {
        tags = List.copyOf(tags);
    }
}
