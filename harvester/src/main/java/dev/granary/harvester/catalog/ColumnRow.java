package dev.granary.harvester.catalog;

import org.jspecify.annotations.Nullable;

/** A row of {@code columns.sql}. */
public record ColumnRow(
        int objectId,
        String columnName,
        @Nullable String typeName,
        @Nullable String typeSchema,
        int maxLength,
        int typePrecision,
        int typeScale,
        boolean nullable,
        @Nullable String collation,
        boolean sparse,
        boolean columnSet,
        boolean rowGuid,
        @Nullable String generatedAlways,
        boolean hidden,
        @Nullable String defaultName,
        boolean defaultSystemNamed,
        @Nullable String defaultExpression,
        boolean computed,
        @Nullable String computedExpression,
        boolean persisted,
        @Nullable String identitySeed,
        @Nullable String identityIncrement,
        boolean identityNotForReplication,
        @Nullable String mask) {}
