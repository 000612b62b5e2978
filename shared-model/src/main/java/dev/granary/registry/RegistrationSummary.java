package dev.granary.registry;

import java.util.List;

/** What register did: the servers' names, each in exactly one list, in the file's order; disabled ones by name; and the filters that changed. */
public record RegistrationSummary(
        List<String> added,
        List<String> changed,
        List<String> unchanged,
        List<String> disabled,
        List<FilterChange> filterChanges) {
    public RegistrationSummary {
        added = List.copyOf(added);
        changed = List.copyOf(changed);
        unchanged = List.copyOf(unchanged);
        disabled = List.copyOf(disabled);
        filterChanges = List.copyOf(filterChanges);
    }
}
