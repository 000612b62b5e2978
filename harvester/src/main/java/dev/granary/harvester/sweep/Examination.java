package dev.granary.harvester.sweep;

import dev.granary.harvester.runs.HarvestRequest;
import dev.granary.harvester.source.SourceSessions;
import dev.granary.registry.RegisteredServer;
import dev.granary.sqlserver.SourceFailure;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Goes through a server as a harvest would, reads nothing, and says what a harvest would miss. */
public final class Examination {

    private static final String VIEW_DEFINITION = "SELECT HAS_PERMS_BY_NAME(NULL, 'DATABASE', 'VIEW DEFINITION')";

    private final SourceSessions sessions;
    private final ServerQuestions questions;

    public Examination(SourceSessions sessions) {
        this.sessions = sessions;
        this.questions = new ServerQuestions(sessions);
    }

    public ServerFinding examine(RegisteredServer server) {
        return switch (questions.ask(server)) {
            case ServerAnswer.Listed listed -> examine(server, listed.listing());
            case ServerAnswer.NoAnswer none -> failed(server, none.failure());
        };
    }

    private ServerFinding examine(RegisteredServer server, Listing listing) {
        var missing = new ArrayList<ServerFinding.Missing>();
        if (!listing.complete()) {
            missing.add(
                    new ServerFinding.Missing(
                            null,
                            "view-any-database",
                            "The login lacks VIEW ANY DATABASE: databases it may not enter are not even listed, and none is ever called dropped."));
        }
        var decisions = new Decisions(server.name(), server.settings().databases(), HarvestRequest.EVERYTHING);
        var meant = new ArrayList<String>();
        for (var database : listing.databases()) {
            switch (decisions.of(database)) {
                case Decision.Harvest harvest -> meant.add(database.databaseName());
                case Decision.Skip skip ->
                    missing.add(new ServerFinding.Missing(database.databaseName(), skip.code(), skip.reason()));
                case Decision.Excluded excluded -> {}
                case Decision.Elsewhere elsewhere -> {}
            }
        }
        try (var session = sessions.borrow(server)) {
            for (var database : meant) {
                hidden(session.use(database))
                        .ifPresent(
                                reason -> missing.add(new ServerFinding.Missing(database, "view-definition", reason)));
            }
        } catch (SQLException e) {
            return failed(server, SourceFailure.of(e));
        }
        return ServerFinding.of(server.name(), listing, meant.size(), missing);
    }

    private static Optional<String> hidden(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(VIEW_DEFINITION)) {
            boolean sees = row.next() && row.getInt(1) == 1;
            return sees
                    ? Optional.empty()
                    : Optional.of(
                            "The login lacks VIEW DEFINITION: objects it has no right on and the texts of modules would be missing.");
        }
    }

    private static ServerFinding failed(RegisteredServer server, SourceFailure failure) {
        return new ServerFinding(server.name(), "failed", null, 0, failure.code(), failure.reason(), List.of());
    }
}
