package dev.granary.harvester.catalog;

import org.jspecify.annotations.Nullable;

/** A row of {@code modules.sql}. */
public record ModuleRow(
        int objectId,
        @Nullable String definition,
        @Nullable Integer encrypted,
        boolean ansiNulls,
        boolean quotedIdentifier,
        boolean schemaBound,
        boolean recompiled,
        @Nullable Integer executeAs,
        boolean nativeCompiled) {}
