package dev.granary.model;

import org.jspecify.annotations.Nullable;

/** One of a group of procedures; without text where it is encrypted. */
public record NumberedProcedure(int number, @Nullable String text, boolean encrypted) {}
