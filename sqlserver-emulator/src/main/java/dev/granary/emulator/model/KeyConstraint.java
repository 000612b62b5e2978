package dev.granary.emulator.model;

/** A primary key or unique constraint, backed by an index of the same name. */
public final class KeyConstraint extends Constraint {

    private final int indexId;

    public KeyConstraint(Birth birth, boolean primary, Relation parent, boolean systemNamed, int indexId) {
        super(birth, primary ? ObjectType.PRIMARY_KEY : ObjectType.UNIQUE, parent, systemNamed);
        this.indexId = indexId;
    }

    public int indexId() {
        return indexId;
    }
}
