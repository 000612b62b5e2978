package dev.granary.harvester.work;

/** What is said where a server's budget ends a harvest. */
public final class Budget {

    /** The code of databases that were left because the server's budget for the run is used up. */
    public static final String CODE = "budget";

    private Budget() {}

    public static String reason(int sourceSeconds) {
        return "The run has taken the %d s of the server's time that limits.sourceSecondsPerRun allows; the next one goes on."
                .formatted(sourceSeconds);
    }
}
