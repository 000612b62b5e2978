package dev.granary.emulator.tsql;

import dev.granary.emulator.engine.SqlServerError;

/** How the emulator says that it is the emulator that cannot do something, and not that the statement is wrong. */
public final class Limits {

    /** No error of SQL Server's own. */
    public static final int NUMBER = 50999;

    private Limits() {}

    public static SqlServerError not(String what) {
        return new SqlServerError(NUMBER, "The emulator cannot do this: " + what);
    }
}
