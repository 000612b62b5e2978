package dev.granary.harvester.catalog;

import org.jspecify.annotations.Nullable;

/** A row of {@code partition_schemes.sql}. */
public record PartitionSchemeRow(
        int schemeId,
        String schemeName,
        @Nullable String functionName,
        @Nullable Integer partitionCount,
        @Nullable Integer place,
        @Nullable String fileGroup) {}
