package dev.granary.model;

import org.jspecify.annotations.Nullable;

/** What sets a table apart from an ordinary one; a table without any of it has no such part. {@code temporal} is {@code system_versioned} or {@code history}. */
public record TableOptions(
        boolean memoryOptimized,
        @Nullable String durability,
        @Nullable String temporal) implements PartContent {

    @Override
    public Aspect aspect() {
        return Aspect.TABLE;
    }
}
