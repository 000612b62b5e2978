package dev.granary.harvester.work;

import java.time.Instant;

/** What is said where a blackout of a server ends what the schedule began. */
public final class BlackoutBegun {

    /** The code of databases that were left because a blackout of their server began. */
    public static final String CODE = "blackout";

    private BlackoutBegun() {}

    public static String reason(Instant end) {
        return "A blackout of the server has begun and lasts until %s; what comes after it goes on.".formatted(end);
    }
}
