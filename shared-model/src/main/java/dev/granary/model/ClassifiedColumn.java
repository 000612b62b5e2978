package dev.granary.model;

import org.jspecify.annotations.Nullable;

/** A column's sensitivity; {@code rank} is {@code none}, {@code low}, {@code medium}, {@code high} or {@code critical}, null where none was given. */
public record ClassifiedColumn(
        String column,
        @Nullable String label,
        @Nullable String informationType,
        @Nullable String rank) {}
