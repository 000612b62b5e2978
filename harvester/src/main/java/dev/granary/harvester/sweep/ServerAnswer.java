package dev.granary.harvester.sweep;

import dev.granary.registry.RegisteredServer;
import dev.granary.sqlserver.SourceFailure;

/** What came of asking one server. */
sealed interface ServerAnswer {

    RegisteredServer server();

    record Listed(RegisteredServer server, Listing listing) implements ServerAnswer {}

    record NoAnswer(RegisteredServer server, SourceFailure failure) implements ServerAnswer {}
}
