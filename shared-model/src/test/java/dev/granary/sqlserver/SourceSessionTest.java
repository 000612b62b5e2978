package dev.granary.sqlserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SourceSessionTest {
    private static final int ON_PREMISES = 3;
    private static final int AZURE_SQL_DATABASE = 5;

    private final List<String> seen = new ArrayList<>();

    @Test
    void staysOnOneConnectionWhereTheEngineHasUse() throws SQLException {
        try (SourceSession session =
                SourceSession.begin(database -> connection(database, ON_PREMISES), new SourceMeter())) {
            Connection first = session.connection();

            assertThat(session.enter("a")).isSameAs(first);
            assertThat(session.enter("b")).isSameAs(first);
            assertThat(session.capabilities().productVersion()).isEqualTo("16.0.1000.6");
        }
        assertThat(seen).containsExactly("connect null", "use a", "use b", "close null");
    }

    @Test
    void connectsAnewWhereTheEngineHasNot() throws SQLException {
        try (SourceSession session =
                SourceSession.begin(database -> connection(database, AZURE_SQL_DATABASE), new SourceMeter())) {
            session.enter("a");
            session.enter("b");
        }
        assertThat(seen).containsExactly("connect null", "connect a", "close null", "connect b", "close a", "close b");
    }

    @Test
    void staysWhereItWasWhenADatabaseCannotBeEntered() throws SQLException {
        try (SourceSession session =
                SourceSession.begin(database -> connection(database, AZURE_SQL_DATABASE), new SourceMeter())) {
            session.enter("a");
            Connection before = session.connection();

            assertThatThrownBy(() -> session.enter("closed")).isInstanceOf(SQLException.class);
            assertThat(session.connection()).isSameAs(before);
        }
        assertThat(seen).endsWith("close a");
    }

    @Test
    void leavesNoConnectionBehindWhenTheEngineDoesNotSayWhatItIs() {
        assertThatThrownBy(() -> SourceSession.begin(database -> connection(database, -1), new SourceMeter()))
                .isInstanceOf(SQLException.class);
        assertThat(seen).containsExactly("connect null", "close null");
    }

    private Connection connection(String database, int edition) throws SQLException {
        if ("closed".equals(database)) {
            throw new SQLException("no", "S0001", 4060);
        }
        seen.add("connect " + database);
        return Fake.of(
                Connection.class,
                Map.of(
                        "createStatement",
                        arguments -> Fake.of(Statement.class, Map.of("executeQuery", asked -> about(edition))),
                        "setCatalog",
                        arguments -> see("use " + arguments[0]),
                        "close",
                        arguments -> see("close " + database)));
    }

    private Object see(String event) {
        seen.add(event);
        return null;
    }

    private static ResultSet about(int edition) throws SQLException {
        if (edition < 0) {
            throw new SQLException("no", "S0001", 195);
        }
        return Fake.of(
                ResultSet.class,
                Map.of(
                        "next", arguments -> true,
                        "getString", arguments -> "16.0.1000.6",
                        "getInt", arguments -> edition));
    }
}
