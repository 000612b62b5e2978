package dev.granary.harvester.sweep;

import dev.granary.harvester.catalog.CatalogQuery;
import dev.granary.harvester.catalog.EngineFeatures;
import dev.granary.harvester.catalog.KnownEngines;
import dev.granary.harvester.catalog.Substitute;
import dev.granary.harvester.runs.HarvestRequest;
import dev.granary.harvester.source.SourceSessions;
import dev.granary.harvester.sql.SqlFile;
import dev.granary.harvester.sweep.ServerFinding.Lack;
import dev.granary.harvester.sweep.ServerFinding.Missing;
import dev.granary.registry.RegisteredServer;
import dev.granary.sqlserver.SourceFailure;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.SimplePropertyRowMapper;

/** Goes through a server as a harvest would, reads nothing, and says what a harvest would miss. */
public final class Examination {

    private static final String RIGHTS = SqlFile.read(Examination.class, "rights");
    private static final SimplePropertyRowMapper<RightsRow> ROWS = new SimplePropertyRowMapper<>(RightsRow.class);
    private static final RightsRow UNKNOWN = new RightsRow(null, null, null, null, null, null);

    private final SourceSessions sessions;
    private final ServerQuestions questions;
    private final KnownEngines engines = new KnownEngines();

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
        var advice = new Advice(listing.engine(), server.credential().username());
        var missing = new ArrayList<Missing>();
        advice.toList(listing.extent()).ifPresent(missing::add);
        var lacking = new ArrayList<Lack>();
        int databases = 0;
        var decisions = new Decisions(server.name(), server.settings().databases(), HarvestRequest.EVERYTHING);
        for (var database : listing.databases()) {
            switch (decisions.of(database)) {
                case Decision.Harvest harvest -> {
                    databases++;
                    missing.addAll(enter(server, listing, database.databaseName(), advice, lacking));
                }
                case Decision.Skip skip -> missing.add(skipped(database.databaseName(), skip, advice));
                case Decision.Excluded excluded -> {}
                case Decision.Elsewhere elsewhere -> {}
            }
        }
        return ServerFinding.of(server.name(), listing, databases, missing, lacking);
    }

    private static Missing skipped(String database, Decision.Skip skip, Advice advice) {
        var grants = skip.code().equals(Decisions.DENIED) ? advice.toEnter(database) : List.<String>of();
        return new Missing(database, skip.code(), skip.reason(), List.of(), grants);
    }

    /** What fails in one database is a finding about that one. */
    private List<Missing> enter(
            RegisteredServer server, Listing listing, String database, Advice advice, List<Lack> lacking) {
        try (var session = sessions.borrow(server)) {
            boolean whole = false;
            try {
                var connection = session.use(database);
                var missing = advice.of(database, rights(connection));
                if (lacking.isEmpty()) {
                    lacking.addAll(lacking(engines.of(server.name(), listing.engine(), connection)));
                }
                whole = true;
                return missing;
            } finally {
                if (!whole) {
                    session.broken();
                }
            }
        } catch (SQLException e) {
            var failure = SourceFailure.of(e);
            var grants = failure.code().equals("916") ? advice.toEnter(database) : List.<String>of();
            return List.of(new Missing(database, failure.code(), failure.reason(), List.of(), grants));
        }
    }

    private static RightsRow rights(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(RIGHTS)) {
            return row.next() ? ROWS.mapRow(row, 1) : UNKNOWN;
        } catch (SQLException refused) {
            return switch (SourceFailure.of(refused).verdict()) {
                case UNSUPPORTED, OTHER -> UNKNOWN;
                case DENIED, DATABASE_UNAVAILABLE, LOGIN, TRANSIENT, LOST, TLS, UNREACHABLE, TIMEOUT -> throw refused;
            };
        }
    }

    private static List<Lack> lacking(EngineFeatures engine) {
        var lacking = new ArrayList<Lack>();
        for (var query : CatalogQuery.ALL) {
            var fitted = engine.fit(query);
            var missing = engine.missing(fitted.sql());
            if (missing.isPresent()) {
                lacking.addAll(lack(query, missing.get(), engine).stream().toList());
            } else if (!fitted.without().isEmpty()) {
                lacking.add(new Lack(query.name(), "without", fitted.without()));
            }
        }
        return lacking;
    }

    /** Empty where other catalogue views say the same. */
    private static Optional<Lack> lack(CatalogQuery<?> query, String missing, EngineFeatures engine) {
        var other = Substitute.insteadOf(query).stream()
                .filter(substitute ->
                        engine.missing(engine.fit(substitute.query()).sql()).isEmpty())
                .findFirst();
        var source = other.isPresent() ? other.get().source() : "unsupported";
        return Optional.ofNullable(source).map(how -> new Lack(query.name(), how, List.of(missing)));
    }

    private static ServerFinding failed(RegisteredServer server, SourceFailure failure) {
        return new ServerFinding(
                server.name(), "failed", null, 0, failure.code(), failure.reason(), List.of(), List.of());
    }
}
