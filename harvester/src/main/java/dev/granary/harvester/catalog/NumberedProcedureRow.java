package dev.granary.harvester.catalog;

import org.jspecify.annotations.Nullable;

/** A row of {@code numbered_procedures.sql}. */
public record NumberedProcedureRow(
        int objectId,
        int procedureNumber,
        @Nullable String definition,
        @Nullable Integer encrypted) {}
