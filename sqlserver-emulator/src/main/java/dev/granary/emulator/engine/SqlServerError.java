package dev.granary.emulator.engine;

/** An error as SQL Server reports it: number, severity, state and text. Severity 20 and above ends the connection. */
public final class SqlServerError extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int number;
    private final int severity;
    private final int state;

    public SqlServerError(int number, int severity, int state, String text) {
        super(text, null, false, false);
        this.number = number;
        this.severity = severity;
        this.state = state;
    }

    /** An ordinary error: severity 16, state 1. */
    public SqlServerError(int number, String text) {
        this(number, 16, 1, text);
    }

    /** How a batch ends that was asked to stop; the wire answers it with an attention acknowledgement instead of an error. */
    public static SqlServerError cancelled() {
        return new SqlServerError(0, 0, 0, "The statement was cancelled.");
    }

    public int number() {
        return number;
    }

    public int severity() {
        return severity;
    }

    public int state() {
        return state;
    }
}
