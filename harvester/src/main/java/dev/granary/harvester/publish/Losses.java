package dev.granary.harvester.publish;

import dev.granary.harvester.work.HarvestFailure;

/**
 * What a publication would take away from a database.
 *
 * @param current objects that are current now
 * @param removed of these, how many were not found again
 * @param blinded parts of matched objects that could be read last time and not this time
 */
record Losses(long current, long removed, long blinded) {

    private static final long ALWAYS_BELIEVED = 10;
    private static final double BELIEVED_SHARE = 0.2;

    /** Refuses a publication whose absences prove nothing: then the last snapshot stays. */
    void refuseUnproven() throws HarvestFailure {
        if (blinded > 0) {
            throw new HarvestFailure(
                    null,
                    "visibility-fell",
                    ("%d parts that the login could read at the last harvest were not readable this time; grant the harvest login"
                                    + " VIEW DEFINITION again. The last snapshot stays.")
                            .formatted(blinded),
                    null);
        }
        if (removed > 0 && (removed == current || removed > Math.max(ALWAYS_BELIEVED, BELIEVED_SHARE * current))) {
            throw new HarvestFailure(
                    null,
                    "too-many-losses",
                    ("%d of %d objects were not found again, more than a harvest believes without proof; check what the harvest login"
                                    + " may see. The last snapshot stays.")
                            .formatted(removed, current),
                    null);
        }
    }
}
