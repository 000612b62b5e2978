package dev.granary.emulator.model;

/** A check; column 0 means it belongs to the table. */
public final class CheckConstraint extends Constraint {

    private final int columnId;
    private final String definition;
    private volatile Enforcement enforcement;

    public CheckConstraint(
            Birth birth,
            Relation parent,
            boolean systemNamed,
            int columnId,
            String definition,
            Enforcement enforcement) {
        super(birth, ObjectType.CHECK, parent, systemNamed);
        this.columnId = columnId;
        this.definition = definition;
        this.enforcement = enforcement;
    }

    public int columnId() {
        return columnId;
    }

    public String definition() {
        return definition;
    }

    public Enforcement enforcement() {
        return enforcement;
    }

    public void enforce(Enforcement now) {
        enforcement = now;
    }
}
