package dev.granary.harvester.catalog;

import dev.granary.content.ContentHash;
import org.jspecify.annotations.Nullable;

/** A row of {@code module_hashes.sql}. */
public record ModuleHashRow(
        int objectId,
        @Nullable ContentHash textHash,
        @Nullable Integer encrypted,
        boolean ansiNulls,
        boolean quotedIdentifier,
        boolean schemaBound,
        boolean recompiled,
        @Nullable Integer executeAs,
        boolean nativeCompiled) {

    /** The same with a text, or without. */
    public ModuleRow with(@Nullable String definition) {
        return new ModuleRow(
                objectId,
                definition,
                encrypted,
                ansiNulls,
                quotedIdentifier,
                schemaBound,
                recompiled,
                executeAs,
                nativeCompiled);
    }
}
