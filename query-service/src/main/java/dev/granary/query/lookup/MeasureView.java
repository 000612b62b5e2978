package dev.granary.query.lookup;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How large something became at a time.
 *
 * @param of {@code object} for a table or view as a whole, {@code heap}, or {@code index}
 * @param index the index's present name
 * @param reservedBytes null where rows only are told
 */
record MeasureView(
        int id,
        String kind,
        String schema,
        String name,
        String of,
        @Nullable String index,
        Instant at,
        long rows,
        @Nullable Long reservedBytes,
        @Nullable Long usedBytes) {}
