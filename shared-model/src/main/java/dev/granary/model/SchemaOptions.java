package dev.granary.model;

import org.jspecify.annotations.Nullable;

/** Who owns a schema. */
public record SchemaOptions(@Nullable String owner) implements PartContent {

    @Override
    public Aspect aspect() {
        return Aspect.SCHEMA;
    }
}
