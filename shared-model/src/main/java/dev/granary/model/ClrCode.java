package dev.granary.model;

import org.jspecify.annotations.Nullable;

/** The class, and for a routine the method, that implements it. */
public record ClrCode(
        String assembly,
        @Nullable String assemblyClass,
        @Nullable String method,
        @Nullable String executeAs,
        boolean nullOnNullInput)
        implements PartContent {

    @Override
    public Aspect aspect() {
        return Aspect.CLR;
    }
}
