package dev.granary.emulator.model;

import java.io.Serializable;

/** Whether a foreign key or check is enforced, and whether the rows there are known to obey it. */
public record Enforcement(boolean disabled, boolean notTrusted, boolean notForReplication) implements Serializable {

    public static final Enforcement FULL = new Enforcement(false, false, false);

    /** What NOCHECK CONSTRAINT makes of it. */
    public Enforcement off() {
        return new Enforcement(true, true, notForReplication);
    }

    /** What CHECK CONSTRAINT makes of it: trust returns only when the rows are checked. */
    public Enforcement on(boolean withCheck) {
        return new Enforcement(false, !withCheck && notTrusted, notForReplication);
    }
}
