package dev.granary.emulator.faults;

/** Where in a connection's life a fault strikes. */
public enum FaultPoint {
    /** Before a byte is read: nothing is known of the client yet. */
    CONNECT,
    /** In place of the answer to the login; the database is the one asked for. */
    LOGIN,
    /** At a batch or call; the text is the statement's, also when it was prepared before. */
    STATEMENT
}
