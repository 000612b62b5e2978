package dev.granary.harvester.catalog;

import org.jspecify.annotations.Nullable;

/** A row of {@code descriptions.sql}. */
public record DescriptionRow(
        int ownerClass,
        int ownerId,
        int propertyClass,
        int minorId,
        @Nullable String objectType,
        @Nullable String objectName,
        @Nullable String columnName,
        @Nullable String parameterName,
        @Nullable String indexName,
        boolean primaryKeyIndex,
        boolean systemNamed,
        @Nullable String defaultColumn,
        String propertyName,
        @Nullable String propertyValue) {}
