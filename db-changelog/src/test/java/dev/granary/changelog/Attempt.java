package dev.granary.changelog;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Really tries what a login may do with a table; whatever succeeds is rolled back. */
final class Attempt {

    private static final String DENIED = "42501";
    private static final String NOT_UPDATABLE = "55000";
    /** A computed column of a view: refused for everybody. */
    private static final String NOT_SUPPORTED = "0A000";

    /** An identity column seen through a view: refused for everybody; its neighbours answer for the view. */
    private static final String GENERATED_ALWAYS = "428C9";

    private static final String CONSTRAINT_CLASS = "23";

    private final Connection connection;
    private final String relation;

    Attempt(Connection connection, String relation) throws SQLException {
        this.connection = connection;
        this.relation = relation;
        connection.setAutoCommit(false);
    }

    /** The initials of the verbs that are allowed: S, I, U (of at least one column), D. */
    String verbs() throws SQLException {
        return (isAllowed("SELECT * FROM " + relation + " WHERE false") ? "S" : "")
                + (isAllowed("INSERT INTO " + relation + " DEFAULT VALUES") ? "I" : "")
                + (updatableColumns().isEmpty() ? "" : "U")
                + (isAllowed("DELETE FROM " + relation + " WHERE false") ? "D" : "");
    }

    List<String> updatableColumns() throws SQLException {
        List<String> allowed = new ArrayList<>();
        for (String column : Queries.strings(
                connection,
                "SELECT quote_ident(a.attname) FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid"
                        + " WHERE a.attnum > 0 AND NOT a.attisdropped AND c.relname = '"
                        + relation.substring(relation.indexOf('.') + 1) + "' AND c.relnamespace::regnamespace::text = '"
                        + relation.substring(0, relation.indexOf('.')) + "'")) {
            if (isAllowed("UPDATE " + relation + " SET " + column + " = DEFAULT WHERE false")) {
                allowed.add(column);
            }
        }
        return allowed;
    }

    private boolean isAllowed(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
            return true;
        } catch (SQLException e) {
            String state = e.getSQLState();
            if (List.of(DENIED, NOT_UPDATABLE, NOT_SUPPORTED, GENERATED_ALWAYS).contains(state)) {
                return false;
            }
            if (state.startsWith(CONSTRAINT_CLASS)) {
                // The right was checked before the row was.
                return true;
            }
            throw e;
        } finally {
            connection.rollback();
        }
    }
}
