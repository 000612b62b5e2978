package dev.granary.query.lookup;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of sizes; {@code status} says how the last measuring of the database fared: never, complete, rows_only, denied, unsupported, failed. */
record MeasurePage(
        List<MeasureView> items,
        @Nullable String next,
        String status,
        @Nullable String reason,
        @Nullable Instant measuredAt) {

    MeasurePage {
        items = List.copyOf(items);
    }
}
