package dev.granary.harvester.sweep;

import dev.granary.registry.RegisteredServer;
import dev.granary.sqlserver.SourceCost;
import dev.granary.sqlserver.SourceFailure;

/** What came of asking one server. */
sealed interface ServerAnswer {

    RegisteredServer server();

    /**
     * @param verified the databases that need not be read
     * @param cost of asking
     */
    record Listed(RegisteredServer server, Listing listing, Verified verified, SourceCost cost)
            implements ServerAnswer {}

    record NoAnswer(RegisteredServer server, SourceFailure failure) implements ServerAnswer {}
}
