package dev.granary.registry;

/** How many stored credentials now rest under the first key. */
public record RotationSummary(int harvest, int query) {}
