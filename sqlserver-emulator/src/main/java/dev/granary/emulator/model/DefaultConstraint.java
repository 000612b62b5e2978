package dev.granary.emulator.model;

/** A column's default. */
public final class DefaultConstraint extends Constraint {

    private final int columnId;
    private final String definition;

    public DefaultConstraint(Birth birth, Relation parent, boolean systemNamed, int columnId, String definition) {
        super(birth, ObjectType.DEFAULT, parent, systemNamed);
        this.columnId = columnId;
        this.definition = definition;
    }

    public int columnId() {
        return columnId;
    }

    public String definition() {
        return definition;
    }
}
