package dev.granary.harvester.catalog;

import org.jspecify.annotations.Nullable;

/** A row of {@code edge_constraints.sql}. */
public record EdgeConstraintRow(
        int objectId,
        int constraintId,
        boolean systemNamed,
        boolean disabled,
        boolean notTrusted,
        @Nullable String onDelete,
        @Nullable String fromSchema,
        @Nullable String fromTable,
        @Nullable String toSchema,
        @Nullable String toTable,
        String constraintName) {}
