package dev.granary.harvester.catalog;

import org.jspecify.annotations.Nullable;

/** A row of {@code schemas.sql}. */
public record SchemaRow(
        int schemaId, String schemaName, @Nullable String ownerName) {}
