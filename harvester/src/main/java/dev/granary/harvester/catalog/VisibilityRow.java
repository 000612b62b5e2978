package dev.granary.harvester.catalog;

import org.jspecify.annotations.Nullable;

/** A row of {@code visibility.sql}. */
public record VisibilityRow(
        @Nullable Integer viewDefinition,
        @Nullable Integer viewSecurityDefinition,
        @Nullable Integer viewClassification) {}
