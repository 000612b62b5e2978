package dev.granary.query.diff;

import dev.granary.content.StoredText;
import dev.granary.model.ObjectKind;
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

    ObjectKind objectKind() {
        return ObjectKind.named(kind).orElseThrow();
    }

    /** Where it is on the right, or on the left if it is there only. */
    @Nullable
    String schema() {
        var stored = newDefinition == null ? oldSchema : newSchema;
        return stored == null ? null : StoredText.decode(stored);
    }

    /** What it is called on the right, or on the left if it is there only. */
    String name() {
        return StoredText.decode(Objects.requireNonNull(newDefinition == null ? oldName : newName));
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
