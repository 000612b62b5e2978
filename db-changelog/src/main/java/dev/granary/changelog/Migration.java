package dev.granary.changelog;

import java.util.List;

/** What a migration did: the change sets it applied, the roles it created, the roles whose password it set. */
public record Migration(List<String> changeSets, List<String> createdRoles, List<String> passwordsSet) {

    public Migration {
        changeSets = List.copyOf(changeSets);
        createdRoles = List.copyOf(createdRoles);
        passwordsSet = List.copyOf(passwordsSet);
    }

    /** Whether the store was as it should be already. */
    public boolean changedNothing() {
        return changeSets.isEmpty() && createdRoles.isEmpty() && passwordsSet.isEmpty();
    }
}
