package dev.granary.emulator.model;

import java.io.Serializable;
import java.util.List;

/** Which node tables an edge table may connect; the action on delete is 0 NO_ACTION, 1 CASCADE. */
public final class EdgeConstraint extends Constraint {

    private final List<Pair> pairs;
    private final int onDelete;

    public EdgeConstraint(Birth birth, Relation parent, boolean systemNamed, List<Pair> pairs, int onDelete) {
        super(birth, ObjectType.EDGE_CONSTRAINT, parent, systemNamed);
        this.pairs = List.copyOf(pairs);
        this.onDelete = onDelete;
    }

    public List<Pair> pairs() {
        return pairs;
    }

    public int onDelete() {
        return onDelete;
    }

    /** The object_ids of two node tables. */
    public record Pair(int fromId, int toId) implements Serializable {}
}
