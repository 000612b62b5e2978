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
        int keyOrdinal,
        boolean included,
        boolean descending,
        @Nullable String columnName) {}
