package dev.granary.harvester.catalog;

import org.jspecify.annotations.Nullable;

/** A row of {@code tables.sql}. */
public record TableRow(
        int objectId,
        boolean memoryOptimized,
        @Nullable String durability,
        int temporalType,
        @Nullable Integer historyTableId,
        @Nullable String historySchema,
        @Nullable String historyTable,
        int retentionPeriod,
        @Nullable String retentionUnit,
        @Nullable String periodStart,
        @Nullable String periodEnd,
        boolean externalTable,
        @Nullable String externalSource,
        @Nullable String externalLocation,
        @Nullable String externalFormat,
        boolean node,
        boolean edge,
        int ledgerType,
        @Nullable String ledgerViewSchema,
        @Nullable String ledgerView,
        @Nullable String lockEscalation,
        @Nullable Integer changeTrackingId,
        boolean tracksColumns,
        boolean changeDataCapture,
        boolean fileTable,
        boolean replicated) {}
