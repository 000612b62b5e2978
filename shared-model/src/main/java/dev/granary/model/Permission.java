package dev.granary.model;

import org.jspecify.annotations.Nullable;

/**
 * A permission that was granted or denied.
 *
 * @param state {@code grant}, {@code grant_with_grant_option}, {@code deny}, or {@code revoke} of a column out of its table's grant
 * @param permission as T-SQL writes it, such as {@code SELECT}
 * @param on the class of what it is on: {@code database}, {@code object}, {@code column}, {@code schema}, {@code type}, {@code principal},
 *     {@code assembly} and the like
 * @param schema where what it is on lives in one
 * @param name of what it is on; null for the database itself
 */
public record Permission(
        String state,
        String permission,
        String on,
        @Nullable String schema,
        @Nullable String name,
        @Nullable String column) {}
