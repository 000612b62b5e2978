package dev.granary.harvester.sweep;

import dev.granary.harvester.runs.HarvestRequest;
import dev.granary.harvester.source.SourceSessions;
import dev.granary.registry.RegisteredServer;
import dev.granary.sqlserver.SourceFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** What of a server may be read now, by the rules of a harvest, for those who read something else than its catalogue. */
public final class ReadableDatabases {

    private final ServerQuestions questions;
    private final DatabaseTable databases;

    public ReadableDatabases(SourceSessions sessions, DataSource store) {
        this.questions = new ServerQuestions(sessions);
        this.databases = new DatabaseTable(store);
    }

    /** A database that the store knows and the server lets in. */
    public record Reachable(int id, String name) {}

    /** A database that is meant, but out of reach. */
    public record Skipped(String name, String code, String reason) {}

    /** What was found; with a failure, the server did not answer and nothing else was. */
    public record Found(
            List<Reachable> readable,
            List<Skipped> skipped,
            @Nullable SourceFailure failure) {

        public Found {
            readable = List.copyOf(readable);
            skipped = List.copyOf(skipped);
        }
    }

    /** Asks the server; what was never harvested is left out. */
    public Found of(RegisteredServer server, HarvestRequest request) {
        return switch (questions.ask(server)) {
            case ServerAnswer.NoAnswer silent -> new Found(List.of(), List.of(), silent.failure());
            case ServerAnswer.Listed listed -> of(server, request, listed.listing());
        };
    }

    private Found of(RegisteredServer server, HarvestRequest request, Listing listing) {
        var known = databases.known(server.id()).stream()
                .collect(Collectors.toMap(KnownDatabase::name, KnownDatabase::id, (one, other) -> one));
        var decisions = new Decisions(server.name(), server.settings().databases(), request);
        var readable = new ArrayList<Reachable>();
        var skipped = new ArrayList<Skipped>();
        for (var database : listing.databases()) {
            var id = known.get(database.databaseName());
            if (id != null) {
                switch (decisions.of(database)) {
                    case Decision.Harvest harvest -> readable.add(new Reachable(id, database.databaseName()));
                    case Decision.Skip skip ->
                        skipped.add(new Skipped(database.databaseName(), skip.code(), skip.reason()));
                    case Decision.Excluded excluded -> {}
                    case Decision.Elsewhere elsewhere -> {}
                }
            }
        }
        return new Found(readable, skipped, null);
    }
}
