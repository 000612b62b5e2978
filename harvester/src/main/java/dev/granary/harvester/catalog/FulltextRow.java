package dev.granary.harvester.catalog;

import org.jspecify.annotations.Nullable;

/** A row of {@code fulltext.sql}. */
public record FulltextRow(
        int objectId,
        @Nullable String keyIndex,
        boolean keySystemNamed,
        @Nullable String catalogName,
        @Nullable Integer stoplistId,
        @Nullable String stoplistName,
        @Nullable String changeTracking,
        boolean enabled,
        @Nullable String columnName,
        @Nullable String languageName,
        @Nullable String typeColumn,
        boolean semantics) {}
