package dev.granary.emulator.engine;

/** One emulated server, as the wire sees it. Safe for use by many connections at once. */
public interface Engine {

    /**
     * Checks the login and opens a session in its database, or in the login's default database when none is named.
     *
     * @throws SqlServerError 18456 for a wrong login or password, 4060 for a database that cannot be opened
     */
    EngineSession open(Login login);

    /** Whether a client's cancel stops a statement; if not, it is acknowledged when the statement is done. */
    default boolean cancels() {
        return true;
    }
}
