package dev.granary.harvester.catalog;

import org.jspecify.annotations.Nullable;

/** A row of {@code checks.sql}. */
public record CheckRow(
        int objectId,
        String constraintName,
        boolean systemNamed,
        @Nullable String columnName,
        @Nullable String expression,
        boolean disabled,
        boolean notTrusted,
        boolean notForReplication) {}
