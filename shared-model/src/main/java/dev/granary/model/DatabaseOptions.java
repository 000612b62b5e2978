package dev.granary.model;

import org.jspecify.annotations.Nullable;

/** What of a database bears on its objects. */
public record DatabaseOptions(
        @Nullable String collation,
        int compatibilityLevel,
        @Nullable String recoveryModel,
        boolean readOnly) implements PartContent {

    @Override
    public Aspect aspect() {
        return Aspect.DATABASE;
    }
}
