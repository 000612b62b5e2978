package dev.granary.harvester.catalog;

import org.jspecify.annotations.Nullable;

/** A row of {@code clr.sql}. */
public record ClrRow(
        int objectId,
        @Nullable String assemblyName,
        @Nullable String assemblyClass,
        @Nullable String assemblyMethod,
        @Nullable Integer executeAs,
        boolean nullOnNullInput) {}
