package dev.granary.model;

import java.util.List;

/** What a principal was granted and denied, by securable, permission and state. */
public record Permissions(List<Permission> permissions) implements PartContent {

    public Permissions {
        permissions = Lists.copy(permissions);
    }

    @Override
    public Aspect aspect() {
        return Aspect.PERMISSIONS;
    }
}
