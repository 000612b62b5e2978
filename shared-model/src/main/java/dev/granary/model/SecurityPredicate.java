package dev.granary.model;

import org.jspecify.annotations.Nullable;

/** A predicate of a policy; {@code type} is {@code filter} or {@code block}, {@code operation} such as {@code after_insert}, null for all. */
public record SecurityPredicate(
        String type, @Nullable String operation, String schema, String table, String predicate) {}
