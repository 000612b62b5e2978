package dev.granary.query.lookup;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A user or role of a database and what it was granted; {@code unknown} names what could not be read, of which an empty list says nothing.
 *
 * @param type of a user, such as {@code sql_user} or {@code windows_group}
 */
record PrincipalView(
        String name,
        String kind,
        @Nullable String type,
        @Nullable String authentication,
        @Nullable String defaultSchema,
        @Nullable String owner,
        List<String> roles,
        List<PermissionView> permissions,
        List<String> unknown) {

    PrincipalView {
        roles = List.copyOf(roles);
        permissions = List.copyOf(permissions);
        unknown = List.copyOf(unknown);
    }

    /** A permission: {@code on} is the class of what it is on, whose names follow. */
    record PermissionView(
            String state,
            String permission,
            String on,
            @Nullable String schema,
            @Nullable String name,
            @Nullable String column) {}
}
