package dev.granary.harvester.runs;

/** This process no longer holds a run: another took it over while this one stood still. */
public final class LostRunException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public LostRunException(long run) {
        super("Run %d is another process's now, or has ended".formatted(run));
    }
}
