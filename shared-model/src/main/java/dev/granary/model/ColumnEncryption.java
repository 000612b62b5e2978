package dev.granary.model;

import org.jspecify.annotations.Nullable;

/** How Always Encrypted guards a column; {@code type} is {@code deterministic} or {@code randomized}, the key is named and never read. */
public record ColumnEncryption(String type, @Nullable String algorithm, String key) {}
