package dev.granary.harvester.assemble;

import java.util.Map;
import java.util.Set;

/**
 * What is known of a reading beside its content.
 *
 * @param partial whether sections were left out because they are as they were at the last snapshot
 * @param basis under which its digests are comparable; empty where there are none
 * @param digests of the state that was read, by name, for the next reading to compare
 * @param unstable sections that still moved while they were read for the last time
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Evidence(boolean partial, byte[] basis, Map<String, String> digests, Set<Section> unstable) {

    /** A whole reading that nothing was compared with. */
    public static final Evidence NONE = new Evidence(false, new byte[0], Map.of(), Set.of());

    public Evidence {
        digests = Map.copyOf(digests);
        unstable = Set.copyOf(unstable);
    }
}
