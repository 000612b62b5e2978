package dev.granary.model;

import org.jspecify.annotations.Nullable;

/** What is known of an assembly without reading it; {@code clrName} holds its version, culture and key token. */
public record AssemblyOptions(
        @Nullable String clrName, @Nullable String permissionSet, boolean hidden) implements PartContent {

    @Override
    public Aspect aspect() {
        return Aspect.ASSEMBLY;
    }
}
