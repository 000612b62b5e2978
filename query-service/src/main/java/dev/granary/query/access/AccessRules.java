package dev.granary.query.access;

import java.util.Optional;
import java.util.Set;

/** What a request needs: nothing for the two probes, an operator's key for what starts or decides something, a reader's for all else. */
final class AccessRules {

    private static final Set<String> OPEN = Set.of("/actuator/health/liveness", "/actuator/health/readiness");

    private AccessRules() {}

    /** The least role; empty where none is asked for. */
    static Optional<Role> needed(String method, String path) {
        if (OPEN.contains(path)) {
            return Optional.empty();
        }
        boolean acts = method.equals("POST") && (path.equals("/api/v1/harvests") || path.startsWith("/api/v1/holds/"));
        return Optional.of(acts ? Role.OPERATOR : Role.READER);
    }
}
