package dev.granary.emulator.model;

/** A constraint of a table; its schema is the table's. */
public abstract sealed class Constraint extends DbObject
        permits KeyConstraint, DefaultConstraint, CheckConstraint, ForeignKey, EdgeConstraint {

    private final Relation parent;
    private volatile boolean systemNamed;

    protected Constraint(Birth birth, ObjectType type, Relation parent, boolean systemNamed) {
        super(birth, type);
        this.parent = parent;
        this.systemNamed = systemNamed;
    }

    public Relation parent() {
        return parent;
    }

    @Override
    public int parentId() {
        return parent.id();
    }

    public boolean systemNamed() {
        return systemNamed;
    }

    @Override
    void rename(Schema newSchema, String newName) {
        if (!newName.equals(name())) {
            systemNamed = false;
        }
        super.rename(newSchema, newName);
    }
}
