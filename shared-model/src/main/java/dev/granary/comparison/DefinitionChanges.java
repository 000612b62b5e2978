package dev.granary.comparison;

import java.util.List;

/**
 * What became of an object's content.
 *
 * @param changes the first of them, so that one object cannot fill a store
 * @param more how many there are beyond those
 * @param breaking whether any of them is
 * @param aspects the aspects that changed, by name in JSON
 * @param reformatted whether something differs only because the earlier side was read by a harvester that told less
 * @param unknown the aspects that one side could not read
 */
public record DefinitionChanges(
        List<Change> changes,
        int more,
        boolean breaking,
        List<String> aspects,
        boolean reformatted,
        List<String> unknown) {

    public DefinitionChanges {
        changes = List.copyOf(changes);
        aspects = List.copyOf(aspects);
        unknown = List.copyOf(unknown);
    }

    public boolean isNone() {
        return changes.isEmpty();
    }

    /** Whether everything that changed only follows from a rename elsewhere. */
    public boolean isConsequence() {
        return !changes.isEmpty() && more == 0 && changes.stream().allMatch(Change::consequence);
    }
}
