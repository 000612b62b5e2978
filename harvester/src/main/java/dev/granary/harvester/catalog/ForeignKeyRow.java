package dev.granary.harvester.catalog;

import org.jspecify.annotations.Nullable;

/** A row of {@code foreign_keys.sql}. */
public record ForeignKeyRow(
        int objectId,
        int constraintId,
        String constraintName,
        boolean systemNamed,
        @Nullable String referencedSchema,
        @Nullable String referencedTable,
        String onDelete,
        String onUpdate,
        boolean disabled,
        boolean notTrusted,
        boolean notForReplication,
        @Nullable String columnName,
        @Nullable String referencedColumn) {}
