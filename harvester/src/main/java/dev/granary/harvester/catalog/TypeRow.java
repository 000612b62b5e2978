package dev.granary.harvester.catalog;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** A row of {@code types.sql}. */
public record TypeRow(
        int typeId,
        String schemaName,
        String typeName,
        boolean tableType,
        @Nullable Integer tableObjectId,
        boolean memoryOptimized,
        boolean assemblyType,
        @Nullable String baseTypeName,
        int maxLength,
        int typePrecision,
        int typeScale,
        boolean nullable,
        @Nullable LocalDateTime createdAt,
        @Nullable LocalDateTime modifiedAt,
        @Nullable String assemblyName,
        @Nullable String assemblyClass) {}
