package dev.granary.sqlserver;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Asks an engine, one question a view, which catalogue views and columns it has: for engines that cannot list them, and
 * for those that refuse with error numbers of their own.
 */
public final class StatementProbe {

    /** If not even this can be read, a refused probe says nothing about the view it asked for. */
    private static final String SURELY_THERE = "sys.objects";

    private final Connection connection;

    public StatementProbe(Connection connection) {
        this.connection = connection;
    }

    /**
     * The first view, or column as {@code sys.x.name}, that the statement names and the engine has not; empty when all
     * are there or the engine cannot be asked.
     *
     * @throws SQLException if asking failed for a reason that says nothing about the view
     */
    public Optional<String> missing(String statement) throws SQLException {
        StatementNames names = StatementNames.of(statement);
        Set<String> views = names.views();
        if (views.isEmpty() || columns(SURELY_THERE).isEmpty()) {
            return Optional.empty();
        }
        Map<String, Set<String>> known = new HashMap<>();
        for (String view : views) {
            Optional<Set<String>> columns = columns(view);
            if (columns.isEmpty()) {
                return Optional.of(view);
            }
            known.put(view, columns.get());
        }
        return names.missing(view -> Optional.of(known.getOrDefault(view, Set.of())::contains));
    }

    /**
     * The view's columns in lower case; empty when the engine refuses to read it for no other reason than that it is
     * not there.
     *
     * @throws SQLException if asking failed for a reason that says nothing about the view; a missing right is one
     */
    public Optional<Set<String>> columns(String view) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet nothing = statement.executeQuery("SELECT TOP (0) * FROM " + view)) {
            ResultSetMetaData data = nothing.getMetaData();
            Set<String> names = new HashSet<>();
            for (int i = 1; i <= data.getColumnCount(); i++) {
                names.add(StatementNames.fold(data.getColumnName(i)));
            }
            return Optional.of(names);
        } catch (SQLException refused) {
            return switch (SourceFailure.of(refused).verdict()) {
                case UNSUPPORTED, OTHER -> Optional.empty();
                case DENIED, DATABASE_UNAVAILABLE, LOGIN, TRANSIENT, LOST, TLS, UNREACHABLE, TIMEOUT -> throw refused;
            };
        }
    }
}
