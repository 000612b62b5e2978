package dev.granary.harvester.digest;

import dev.granary.harvester.assemble.Section;
import java.util.EnumSet;
import java.util.Set;

/**
 * What the next incremental harvest of a database can build on.
 *
 * @param sequence of the snapshot whose state the digests are of
 * @param basis under which they were taken
 * @param incomplete the sections that could not be read that time
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record LastReading(int sequence, byte[] basis, Digests digests, Set<Section> incomplete) {

    public LastReading {
        incomplete = incomplete.isEmpty() ? Set.of() : EnumSet.copyOf(incomplete);
    }
}
