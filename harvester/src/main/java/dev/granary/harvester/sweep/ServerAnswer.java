package dev.granary.harvester.sweep;

import dev.granary.registry.RegisteredServer;
import dev.granary.sqlserver.SourceCost;
import dev.granary.sqlserver.SourceFailure;

/** What came of asking one server. */
sealed interface ServerAnswer {

    RegisteredServer server();

    /** @param cost of asking */
    record Listed(RegisteredServer server, Listing listing, SourceCost cost) implements ServerAnswer {}

    record NoAnswer(RegisteredServer server, SourceFailure failure) implements ServerAnswer {}
}
