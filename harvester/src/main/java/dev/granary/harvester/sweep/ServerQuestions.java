package dev.granary.harvester.sweep;

import dev.granary.harvester.facts.FactReader;
import dev.granary.harvester.facts.FactReading;
import dev.granary.harvester.source.BorrowedSession;
import dev.granary.harvester.source.SourceSessions;
import dev.granary.harvester.sql.SqlFile;
import dev.granary.registry.RegisteredServer;
import dev.granary.sqlserver.SourceFailure;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.stereotype.Component;

/** Asks a server what databases it has, and what it is. */
@Component
class ServerQuestions {

    private static final int ATTEMPTS = 3;
    private static final String DATABASES = SqlFile.read(ServerQuestions.class, "databases");
    private static final String DATABASES_OF_LOOKALIKES =
            SqlFile.read(ServerQuestions.class, "databases-of-lookalikes");
    private static final String VISIBILITY = SqlFile.read(ServerQuestions.class, "visibility");
    private static final SimplePropertyRowMapper<ListedDatabase> ROWS =
            new SimplePropertyRowMapper<>(ListedDatabase.class);

    private final SourceSessions sessions;

    ServerQuestions(SourceSessions sessions) {
        this.sessions = sessions;
    }

    /** Asks again what a deadlock or a lost connection spoilt; who does not answer within the login timeout is not asked twice. */
    ServerAnswer ask(RegisteredServer server) {
        var answer = askOnce(server);
        for (int attempt = 1;
                attempt < ATTEMPTS
                        && answer instanceof ServerAnswer.NoAnswer none
                        && none.failure().isRetryable();
                attempt++) {
            answer = askOnce(server);
        }
        return answer;
    }

    private ServerAnswer askOnce(RegisteredServer server) {
        try (var session = sessions.borrow(server)) {
            var listing = listing(session);
            return new ServerAnswer.Listed(server, listing, Verified.NONE, session.cost());
        } catch (SQLException e) {
            return new ServerAnswer.NoAnswer(server, SourceFailure.of(e));
        }
    }

    private static Listing listing(BorrowedSession session) throws SQLException {
        boolean whole = false;
        try {
            var connection = session.connection();
            var extent = session.capabilities().isBabelfish() ? Listing.Extent.UNTOLD : extent(connection);
            var databases = databases(connection);
            var facts = FactReader.read(connection);
            // What a server says of itself fails nobody, but a connection that failed on it is not used again.
            whole = facts.stream().noneMatch(fact -> fact.status() == FactReading.Status.FAILED);
            return new Listing(session.capabilities(), extent, databases, facts);
        } finally {
            if (!whole) {
                session.broken();
            }
        }
    }

    private static Listing.Extent extent(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(VISIBILITY)) {
            if (!row.next() || row.getObject(1) == null) {
                return Listing.Extent.UNTOLD;
            }
            return row.getInt(1) == 1 ? Listing.Extent.ALL : Listing.Extent.PART;
        } catch (SQLException refused) {
            if (lacksSomething(refused)) {
                return Listing.Extent.UNTOLD;
            }
            throw refused;
        }
    }

    private static List<ListedDatabase> databases(Connection connection) throws SQLException {
        try {
            return databases(connection, DATABASES);
        } catch (SQLException refused) {
            if (lacksSomething(refused)) {
                return databases(connection, DATABASES_OF_LOOKALIKES);
            }
            throw refused;
        }
    }

    private static List<ListedDatabase> databases(Connection connection, String sql) throws SQLException {
        var databases = new ArrayList<ListedDatabase>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                databases.add(ROWS.mapRow(rows, databases.size()));
            }
        }
        return databases;
    }

    /** Engines that only resemble SQL Server say by numbers of their own that they lack a column or function. */
    private static boolean lacksSomething(SQLException refused) {
        return switch (SourceFailure.of(refused).verdict()) {
            case UNSUPPORTED, OTHER -> true;
            case DENIED, DATABASE_UNAVAILABLE, LOGIN, TRANSIENT, LOST, TLS, UNREACHABLE, TIMEOUT -> false;
        };
    }
}
