package dev.granary.harvester.catalog;

import org.jspecify.annotations.Nullable;

/** A row of {@code partition_functions.sql}. */
public record PartitionFunctionRow(
        int functionId,
        String functionName,
        boolean boundaryOnRight,
        @Nullable String typeName,
        int maxLength,
        int typePrecision,
        int typeScale,
        @Nullable Integer boundaryId,
        @Nullable String boundary) {}
