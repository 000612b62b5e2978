package dev.granary.model;

import org.jspecify.annotations.Nullable;

/**
 * What a principal of a database is. Who it is outside (a login's identifier) and what it proves itself by are never read.
 *
 * @param type of a user: {@code sql_user}, {@code windows_group}, {@code external_user} and the like; null for roles
 * @param authentication of a user: {@code none}, {@code instance}, {@code database}, {@code windows}, {@code external}
 * @param owner of a role, by name
 */
public record PrincipalOptions(
        @Nullable String type,
        @Nullable String authentication,
        @Nullable String defaultSchema,
        @Nullable String owner) implements PartContent {

    @Override
    public Aspect aspect() {
        return Aspect.PRINCIPAL;
    }
}
