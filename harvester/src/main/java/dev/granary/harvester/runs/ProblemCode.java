package dev.granary.harvester.runs;

/** Codes of problems that no error number of a source says. */
public final class ProblemCode {

    /** The request's database pattern matches no database of the servers that answered. */
    public static final String NOTHING_MATCHES = "nothing-matches";

    /** A fault of Granary's own: the log has the stack trace. */
    public static final String INTERNAL = "internal";

    /** The server has no stored login that can be used. */
    public static final String CREDENTIAL = "credential";

    private ProblemCode() {}
}
