package dev.granary.harvester.catalog;

import org.jspecify.annotations.Nullable;

/** A row of {@code database.sql}. */
public record DatabaseRow(
        String databaseName,
        @Nullable String collation,
        int compatibilityLevel,
        @Nullable String recoveryModel,
        boolean readOnly) {}
