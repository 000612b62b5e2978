package dev.granary.harvester.catalog;

import org.jspecify.annotations.Nullable;

/** A row of {@code parameters.sql}. */
public record ParameterRow(
        int objectId,
        int ordinal,
        @Nullable String parameterName,
        @Nullable String typeName,
        @Nullable String typeSchema,
        int maxLength,
        int typePrecision,
        int typeScale,
        boolean outputParameter,
        @Nullable String defaultValue,
        int xmlCollectionId,
        @Nullable String xmlSchema,
        @Nullable String xmlCollection,
        boolean cursorReference,
        boolean readOnly) {}
