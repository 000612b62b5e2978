package dev.granary.model;

import org.jspecify.annotations.Nullable;

/** A database-scoped setting; {@code secondary} is its value on secondary replicas where that is another one. */
public record ScopedSetting(
        String name, @Nullable String value, @Nullable String secondary) {}
