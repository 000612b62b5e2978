package dev.granary.emulator.engine;

/** What kind of statement ended; the wire needs it to tell a driver which counts are update counts. */
public enum StatementKind {
    SELECT,
    INSERT,
    UPDATE,
    DELETE,
    OTHER
}
