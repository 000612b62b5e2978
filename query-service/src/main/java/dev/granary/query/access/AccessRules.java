package dev.granary.query.access;

import java.util.Optional;
import java.util.Set;

/**
 * What a request needs: nothing to ask the two probes, a reader's key for whatever only reads, an operator's for every other method. Only the method
 * decides: a path may be spelt in many ways (percent-encoded, with parameters after a semicolon) that all reach the same handler.
 */
final class AccessRules {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    private static final Set<String> OPEN = Set.of("/actuator/health/liveness", "/actuator/health/readiness");

    private AccessRules() {}

    /** The least role; empty where none is asked for, which is for a probe spelt exactly as it is documented. */
    static Optional<Role> needed(String method, String path) {
        if (!READING.contains(method)) {
            return Optional.of(Role.OPERATOR);
        }
        return OPEN.contains(path) ? Optional.empty() : Optional.of(Role.READER);
    }
}
