package dev.granary.harvester.sweep;

import dev.granary.sqlserver.SourceCost;
import java.time.Instant;
import java.util.Map;

/**
 * Databases of a server whose digests say that nothing changed.
 *
 * @param at when they were still so
 * @param sequences the snapshots that hold, by database
 * @param cost of asking
 */
record Verified(Instant at, Map<Integer, Integer> sequences, SourceCost cost) {

    static final Verified NONE = new Verified(Instant.EPOCH, Map.of(), SourceCost.NONE);

    Verified {
        sequences = Map.copyOf(sequences);
    }

    boolean holds(int database) {
        return sequences.containsKey(database);
    }
}
