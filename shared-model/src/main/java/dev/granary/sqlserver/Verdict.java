package dev.granary.sqlserver;

/** What kind of failure it is, which decides what a harvest does about it. */
public enum Verdict {
    /** The engine lacks a view, column, function or statement: nothing will mend it but a newer engine. */
    UNSUPPORTED,
    /** The login lacks a permission, on what it read or on the whole database. */
    DENIED,
    /** The database cannot be opened just now: offline, restoring, a replica without readers, gone. */
    DATABASE_UNAVAILABLE,
    /** The server refused the login itself. */
    LOGIN,
    /** It will pass: deadlock victim, lock timeout, throttling, fail-over. */
    TRANSIENT,
    /** The connection broke after it had been made. */
    LOST,
    /** No encrypted connection: the certificate is not trusted, or the two sides agree on no protocol. */
    TLS,
    /** No connection: refused, unknown host, silence. */
    UNREACHABLE,
    /** A statement took longer than it may. */
    TIMEOUT,
    /** None of these: most likely a mistake here. */
    OTHER
}
