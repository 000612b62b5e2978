package dev.granary.query.diff;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An object on both sides, or on one; names as they are stored. A definition that is null means that it is not there. */
record Pair(
        String kind,
        @Nullable String oldSchema,
        @Nullable String oldName,
        @Nullable Integer oldDefinition,
        @Nullable String newSchema,
        @Nullable String newName,
        @Nullable Integer newDefinition) {

    boolean onBothSides() {
        return oldDefinition != null && newDefinition != null;
    }

    boolean needsComparing() {
        return onBothSides() && !Objects.equals(oldDefinition, newDefinition);
    }

    /** The event that the names alone make of it; null where they are the same. */
    @Nullable
    String event() {
        if (oldDefinition == null) {
            return "added";
        }
        if (newDefinition == null) {
            return "removed";
        }
        if (!Objects.equals(oldSchema, newSchema)) {
            return "moved";
        }
        return Objects.equals(oldName, newName) ? null : "renamed";
    }

    /** The same seen from the other side. */
    Pair backwards() {
        return new Pair(kind, newSchema, newName, newDefinition, oldSchema, oldName, oldDefinition);
    }
}
