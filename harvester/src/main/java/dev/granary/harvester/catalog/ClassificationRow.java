package dev.granary.harvester.catalog;

import org.jspecify.annotations.Nullable;

/** A row of {@code classifications.sql}. */
public record ClassificationRow(
        int objectId,
        @Nullable String columnName,
        @Nullable String label,
        @Nullable String informationType,
        @Nullable String rankDescription) {}
