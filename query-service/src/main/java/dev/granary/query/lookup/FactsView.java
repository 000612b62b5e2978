package dev.granary.query.lookup;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a server said of itself, now or at {@code asOf}. */
record FactsView(String server, @Nullable Instant asOf, List<FactView> facts) {

    FactsView {
        facts = List.copyOf(facts);
    }

    /**
     * One fact. {@code status}, {@code code} and {@code reason} are about the last sweep; the value is what was known at the time, from the sweep
     * that first met it so until the one that met it otherwise.
     */
    record FactView(
            String fact,
            String status,
            @Nullable String code,
            @Nullable String reason,
            @Nullable Instant from,
            @Nullable Instant to,
            @Nullable Object value) {}
}
