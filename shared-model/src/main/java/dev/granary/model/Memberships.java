package dev.granary.model;

import java.util.List;

/** The roles that a principal is a member of directly, by name. */
public record Memberships(List<String> roles) implements PartContent {

    public Memberships {
        roles = Lists.copy(roles);
    }

    @Override
    public Aspect aspect() {
        return Aspect.MEMBERSHIPS;
    }
}
