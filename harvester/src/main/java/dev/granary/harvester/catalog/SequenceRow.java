package dev.granary.harvester.catalog;

import org.jspecify.annotations.Nullable;

/** A row of {@code sequences.sql}. */
public record SequenceRow(
        int objectId,
        @Nullable String typeName,
        @Nullable String typeSchema,
        int typePrecision,
        int typeScale,
        @Nullable String startValue,
        @Nullable String increment,
        @Nullable String minimumValue,
        @Nullable String maximumValue,
        boolean cycles,
        boolean cached,
        @Nullable Integer cacheSize) {}
