package dev.granary.model;

import org.jspecify.annotations.Nullable;

/** The source text of a module and the options it was created under. An encrypted module has no text; one the login may not read is no such part but an unknown one. */
public record ModuleText(
        @Nullable String text,
        boolean encrypted,
        boolean ansiNullsOff,
        boolean quotedIdentifierOff,
        boolean schemaBound,
        boolean recompiled,
        @Nullable String executeAs,
        boolean nativeCompiled)
        implements PartContent {

    /** The options alone. */
    public ModuleText withoutText() {
        return new ModuleText(
                null, encrypted, ansiNullsOff, quotedIdentifierOff, schemaBound, recompiled, executeAs, nativeCompiled);
    }

    @Override
    public Aspect aspect() {
        return Aspect.TEXT;
    }
}
