package dev.granary.harvester.catalog;

import org.jspecify.annotations.Nullable;

/** A row of {@code triggers.sql}. */
public record TriggerRow(
        int objectId,
        @Nullable String parentSchema,
        @Nullable String parentName,
        @Nullable String event,
        boolean insteadOf,
        boolean disabled,
        boolean notForReplication) {}
