package dev.granary.harvester.catalog;

import org.jspecify.annotations.Nullable;

/** A row of {@code dependencies.sql}. */
public record DependencyRow(
        int objectId,
        int referencedClass,
        @Nullable String classDescription,
        @Nullable String serverName,
        @Nullable String databaseName,
        @Nullable String schemaName,
        @Nullable String entityName,
        @Nullable String columnName,
        @Nullable Integer referencedId,
        boolean schemaBound,
        boolean callerDependent,
        boolean ambiguous) {}
