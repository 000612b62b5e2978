package dev.granary.harvester.absence;

import org.jspecify.annotations.Nullable;

/**
 * What a hold lists.
 *
 * @param schema null for what lives in no schema
 * @param parts which parts of the object are kept, separated by commas; null where it is the object itself
 */
public record HeldObject(
        int hold,
        @Nullable String schema,
        String name,
        String kind,
        @Nullable String parts) {}
