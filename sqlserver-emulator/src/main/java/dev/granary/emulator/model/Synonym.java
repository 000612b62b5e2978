package dev.granary.emulator.model;

/** A synonym and what it stands for, bracketed as SQL Server stores it. */
public final class Synonym extends DbObject {

    private final String target;

    public Synonym(Birth birth, String target) {
        super(birth, ObjectType.SYNONYM);
        this.target = target;
    }

    public String target() {
        return target;
    }
}
