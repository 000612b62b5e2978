package dev.granary.harvester.absence;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A hold in a list.
 *
 * @param objects how many objects it keeps
 * @param partial how many objects it keeps parts of
 * @param releaseRun the run that was started to apply it
 */
public record ListedHold(
        int id,
        String server,
        String database,
        String state,
        String code,
        String reason,
        Instant openedAt,
        Instant updatedAt,
        long objects,
        long partial,
        @Nullable Long releaseRun) {

    public boolean isOpen() {
        return state.equals("open");
    }

    /** Whether somebody may still decide about it: what was rejected may be released after all. */
    public boolean isReleasable() {
        return isOpen() || state.equals("rejected");
    }
}
