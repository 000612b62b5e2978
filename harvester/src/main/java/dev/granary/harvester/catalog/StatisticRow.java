package dev.granary.harvester.catalog;

import org.jspecify.annotations.Nullable;

/** A row of {@code statistics.sql}. */
public record StatisticRow(
        int objectId,
        int statisticId,
        String statisticName,
        boolean filtered,
        @Nullable String filterExpression,
        boolean noRecompute,
        boolean incremental,
        @Nullable String columnName) {}
