package dev.granary.harvester.sweep;

import dev.granary.harvester.facts.FactReading;
import dev.granary.sqlserver.EngineCapabilities;
import java.util.List;

/** What a server says of itself. */
record Listing(EngineCapabilities engine, Extent extent, List<ListedDatabase> databases, List<FactReading> facts) {

    /** How many of its databases a server shows to the login. */
    enum Extent {
        ALL,
        /** Those that the login may enter, perhaps not all there are. */
        PART,
        /** The engine does not know the question, or its answer says nothing. */
        UNTOLD
    }

    Listing {
        databases = List.copyOf(databases);
        facts = List.copyOf(facts);
    }

    /** Whether a database that is not listed is not there. */
    boolean complete() {
        return extent == Extent.ALL;
    }
}
