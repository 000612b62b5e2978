package dev.granary.emulator.engine;

import org.jspecify.annotations.Nullable;

/** A bound value: its name without the {@code @}, its type, and its value in the Java class that {@link SqlType} names. */
public record Parameter(String name, SqlType type, @Nullable Object value) {}
