package dev.granary.query.lookup;

import org.jspecify.annotations.Nullable;

/** A schema. */
record SchemaView(
        String name, @Nullable String owner, @Nullable String description) {}
