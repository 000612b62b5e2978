package dev.granary.emulator.model;

import java.io.Serializable;

/** A schema of a database. */
public record Schema(int id, String name, int ownerId) implements Serializable {

    public static final int DBO = 1;
    public static final int GUEST = 2;
    public static final int INFORMATION_SCHEMA = 3;
    public static final int SYS = 4;
}
