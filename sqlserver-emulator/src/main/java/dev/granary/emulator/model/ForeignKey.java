package dev.granary.emulator.model;

import java.util.List;

/** A foreign key; the actions are 0 NO_ACTION, 1 CASCADE, 2 SET_NULL, 3 SET_DEFAULT. */
public final class ForeignKey extends Constraint {

    private final Relation referenced;
    private final int keyIndexId;
    private final List<Pair> pairs;
    private final int onDelete;
    private final int onUpdate;
    private volatile Enforcement enforcement;

    public ForeignKey(
            Birth birth,
            Relation parent,
            boolean systemNamed,
            Relation referenced,
            int keyIndexId,
            List<Pair> pairs,
            int onDelete,
            int onUpdate,
            Enforcement enforcement) {
        super(birth, ObjectType.FOREIGN_KEY, parent, systemNamed);
        this.referenced = referenced;
        this.keyIndexId = keyIndexId;
        this.pairs = List.copyOf(pairs);
        this.onDelete = onDelete;
        this.onUpdate = onUpdate;
        this.enforcement = enforcement;
    }

    public Relation referenced() {
        return referenced;
    }

    public int keyIndexId() {
        return keyIndexId;
    }

    public List<Pair> pairs() {
        return pairs;
    }

    public int onDelete() {
        return onDelete;
    }

    public int onUpdate() {
        return onUpdate;
    }

    public Enforcement enforcement() {
        return enforcement;
    }

    public void enforce(Enforcement now) {
        enforcement = now;
    }

    /** A referencing column and the column it points at. */
    public record Pair(int columnId, int referencedColumnId) implements java.io.Serializable {}
}
