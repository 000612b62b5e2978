package dev.granary.harvester.catalog;

import org.jspecify.annotations.Nullable;

/** A row of {@code indexes.sql}. */
public record IndexRow(
        int objectId,
        int indexId,
        String indexName,
        String indexType,
        boolean uniqueIndex,
        boolean primaryKey,
        boolean uniqueConstraint,
        @Nullable Boolean systemNamed,
        boolean filtered,
        @Nullable String filterExpression,
        boolean disabled,
        boolean ignoreDuplicates,
        int bucketCount,
        int compressionDelay,
        @Nullable String xmlType,
        @Nullable String xmlUsing,
        @Nullable String xmlPrimary,
        @Nullable String tessellation,
        @Nullable Double xMin,
        @Nullable Double yMin,
        @Nullable Double xMax,
        @Nullable Double yMax,
        @Nullable String grid1,
        @Nullable String grid2,
        @Nullable String grid3,
        @Nullable String grid4,
        int cellsPerObject,
        int orderOrdinal,
        int keyOrdinal,
        boolean included,
        boolean descending,
        @Nullable String columnName) {}
