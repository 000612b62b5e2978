package dev.granary.model;

import org.jspecify.annotations.Nullable;

/** A check constraint; {@code column} is null where it belongs to the table, {@code name} where the system made it. */
public record Check(
        @Nullable String name,
        @Nullable String column,
        String expression,
        boolean disabled,
        boolean notTrusted,
        boolean notForReplication) {}
