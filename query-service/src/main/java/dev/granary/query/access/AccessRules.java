package dev.granary.query.access;

import java.util.Optional;
import java.util.Set;

/** What a request needs: nothing for the two probes, a reader's key for all else. */
final class AccessRules {

    private static final Set<String> OPEN = Set.of("/actuator/health/liveness", "/actuator/health/readiness");

    private AccessRules() {}

    /** The least role; empty where none is asked for. */
    static Optional<Role> needed(String path) {
        return OPEN.contains(path) ? Optional.empty() : Optional.of(Role.READER);
    }
}
