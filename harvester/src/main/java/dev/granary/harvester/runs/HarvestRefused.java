package dev.granary.harvester.runs;

/** A harvest was not started, and nothing was changed: what was asked for cannot be. The message says what to do. */
public final class HarvestRefused extends Exception {

    private static final long serialVersionUID = 1L;

    public HarvestRefused(String reason) {
        super(reason);
    }
}
