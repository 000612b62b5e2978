package dev.granary.harvester.sweep;

import dev.granary.harvester.facts.FactReading;
import dev.granary.sqlserver.EngineCapabilities;
import java.util.List;

/**
 * What a server says of itself.
 *
 * @param complete whether the login sees every database there is
 */
record Listing(EngineCapabilities engine, boolean complete, List<ListedDatabase> databases, List<FactReading> facts) {

    Listing {
        databases = List.copyOf(databases);
        facts = List.copyOf(facts);
    }
}
