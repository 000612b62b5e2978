package dev.granary.harvester.catalog;

import org.jspecify.annotations.Nullable;

/** A row of {@code storage.sql}. */
public record StorageRow(
        int objectId,
        int indexId,
        @Nullable String indexName,
        int indexType,
        boolean primaryKey,
        boolean uniqueConstraint,
        boolean systemNamed,
        @Nullable String dataSpace,
        @Nullable Boolean defaultSpace,
        @Nullable String partitionColumn,
        @Nullable Integer partitionCount,
        int fillFactor,
        boolean padded,
        boolean rowLocks,
        boolean pageLocks,
        boolean sequentialKey) {}
