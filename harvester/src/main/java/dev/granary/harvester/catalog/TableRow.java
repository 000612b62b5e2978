package dev.granary.harvester.catalog;

import org.jspecify.annotations.Nullable;

/** A row of {@code tables.sql}. */
public record TableRow(
        int objectId, boolean memoryOptimized, @Nullable String durability, int temporalType) {}
