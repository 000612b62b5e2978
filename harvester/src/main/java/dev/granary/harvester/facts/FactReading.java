package dev.granary.harvester.facts;

import dev.granary.harvester.catalog.ServerFact;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What came of asking a server about one fact.
 *
 * @param value what canonical JSON can write; null where the status is not complete
 * @param code the engine's error number where it is not
 * @param reason in plain words, free of secrets, where it is not
 */
public record FactReading(
        ServerFact fact,
        Status status,
        @Nullable Object value,
        @Nullable String code,
        @Nullable String reason) {

    /** How far a fact could be read. None of them fails the server. */
    public enum Status {
        COMPLETE,
        DENIED,
        UNSUPPORTED,
        FAILED;

        String stored() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static FactReading complete(ServerFact fact, Object value) {
        return new FactReading(fact, Status.COMPLETE, value, null, null);
    }
}
