package dev.granary.emulator.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.sqlserver.jdbc.SQLServerException;
import dev.granary.emulator.engine.Parameter;
import dev.granary.emulator.engine.SqlServerError;
import dev.granary.emulator.engine.SqlType;
import dev.granary.emulator.engine.StatementKind;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StatementTest {

    private final Served served = new Served();

    @AfterEach
    void stop() {
        served.close();
    }

    @Test
    void runsAPreparedStatementAgainByItsHandle() throws Exception {
        List<List<Parameter>> seen = new ArrayList<>();
        String text = "SELECT n FROM t WHERE a = @P0 AND b = @P1";
        served.engine.answer(text, (parameters, results) -> {
            seen.add(parameters);
            Rows.numbers(results, 3);
        });
        try (Connection connection = served.connect();
                PreparedStatement statement = connection.prepareStatement(text.replaceAll("@P\\d", "?"))) {
            for (int i = 0; i < 4; i++) {
                statement.setInt(1, i);
                statement.setString(2, "x" + i);
                try (ResultSet rows = statement.executeQuery()) {
                    int count = 0;
                    while (rows.next()) {
                        count++;
                    }
                    assertThat(count).isEqualTo(3);
                }
            }
        }
        assertThat(seen).hasSize(4);
        for (int i = 0; i < 4; i++) {
            assertThat(seen.get(i))
                    .containsExactly(
                            new Parameter("P0", SqlType.INT, i), new Parameter("P1", SqlType.NVARCHAR, "x" + i));
        }
        assertThat(served.server.counters().now().calls()).isEqualTo(4);
    }

    @Test
    void givesHandlesUpInBatches() throws Exception {
        try (Connection connection = served.connect("serverPreparedStatementDiscardThreshold=2")) {
            for (int i = 0; i < 10; i++) {
                String text = "SELECT " + i + " WHERE 1 = ?";
                served.engine.answer(text.replace("?", "@P0"), (parameters, results) -> Rows.numbers(results, 1));
                try (PreparedStatement statement = connection.prepareStatement(text)) {
                    for (int j = 0; j < 3; j++) {
                        statement.setInt(1, j);
                        statement.executeQuery().close();
                    }
                }
            }
            assertThat(connection.isValid(5)).isTrue();
        }
        assertThat(served.server.counters().now().batches()).isGreaterThan(2);
        assertThat(served.engine.executed).noneMatch(text -> text.contains("sp_unprepare"));
    }

    @Test
    void reportsUpdateCountsAndSeveralResults() throws Exception {
        served.engine.answer("many", (parameters, results) -> {
            results.done(StatementKind.INSERT, 7);
            Rows.numbers(results, 2);
            results.message(50_000, 0, "hello");
            results.done(StatementKind.OTHER, -1);
            results.done(StatementKind.DELETE, 0);
        });
        try (Connection connection = served.connect();
                Statement statement = connection.createStatement()) {
            assertThat(statement.execute("many")).isFalse();
            assertThat(statement.getUpdateCount()).isEqualTo(7);
            assertThat(statement.getMoreResults()).isTrue();
            statement.getResultSet().close();
            assertThat(statement.getMoreResults()).isFalse();
            assertThat(statement.getUpdateCount()).isZero();
            assertThat(statement.getWarnings().getMessage()).isEqualTo("hello");
            assertThat(statement.getMoreResults()).isFalse();
            assertThat(statement.getUpdateCount()).isEqualTo(-1);
        }
    }

    @Test
    void reportsAnErrorWithItsNumberSeverityAndState() throws Exception {
        served.engine.answer("half", (parameters, results) -> {
            Rows.numbers(results, 2);
            throw new SqlServerError(1205, 13, 51, "Deadlock victim.");
        });
        try (Connection connection = served.connect();
                Statement statement = connection.createStatement()) {
            assertThat(statement.execute("half")).isTrue();
            assertThatThrownBy(statement::getMoreResults).isInstanceOfSatisfying(SQLServerException.class, e -> {
                assertThat(e.getErrorCode()).isEqualTo(1205);
                assertThat(e.getSQLServerError().getErrorSeverity()).isEqualTo(13);
                assertThat(e.getSQLServerError().getErrorState()).isEqualTo(51);
                assertThat(e.getSQLServerError().getLineNumber()).isEqualTo(1);
                assertThat(e.getSQLServerError().getServerName()).isEqualTo("SRV");
            });
            assertThatThrownBy(() -> statement.execute("nowhere"))
                    .isInstanceOfSatisfying(
                            SQLServerException.class,
                            e -> assertThat(e.getErrorCode()).isEqualTo(208));
            assertThat(connection.isValid(5)).isTrue();
        }
    }

    @Test
    void endsTheConnectionAfterAFatalError() throws Exception {
        served.engine.answer("fatal", (parameters, results) -> {
            throw new SqlServerError(3624, 20, 1, "Assertion failed.");
        });
        try (Connection connection = served.connect();
                Statement statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute("fatal")).hasMessageContaining("Assertion failed.");
            assertThat(connection.isClosed()).isTrue();
        }
    }

    @Test
    void failsACallLikeABatch() throws Exception {
        try (Connection connection = served.connect();
                PreparedStatement statement = connection.prepareStatement("SELECT gone WHERE 1 = ?")) {
            for (int i = 0; i < 3; i++) {
                statement.setInt(1, 1);
                assertThatThrownBy(statement::executeQuery)
                        .isInstanceOfSatisfying(
                                SQLServerException.class,
                                e -> assertThat(e.getErrorCode()).isEqualTo(208));
            }
            assertThat(connection.isValid(5)).isTrue();
        }
    }

    @Test
    void followsTheDriverToAnotherDatabase() throws Exception {
        try (Connection connection = served.connect()) {
            connection.setCatalog("K\u00e4se [x]");
            assertThat(connection.getCatalog()).isEqualTo("K\u00e4se [x]");
        }
    }

    @Test
    void passesTransactionsOn() throws Exception {
        try (Connection connection = served.connect()) {
            connection.setAutoCommit(false);
            connection.commit();
            connection.rollback();
            connection.setAutoCommit(true);
        }
        assertThat(served.engine.executed)
                .anyMatch(text -> text.contains("implicit_transactions on"))
                .anyMatch(text -> text.contains("COMMIT TRAN"))
                .anyMatch(text -> text.contains("ROLLBACK TRAN"));
    }

    @Test
    void takesABatchOfManyPackets() throws Exception {
        String text = "x\ud83d\ude00\ud800\u0000".repeat(40_000);
        served.engine.answer(text, (parameters, results) -> Rows.numbers(results, 1));
        try (Connection connection = served.connect("packetSize=512")) {
            assertThat(Rows.sum(connection, text)).isZero();
        }
    }

    @Test
    void takesManyCallsInFewMessages() throws Exception {
        String text = "INSERT t VALUES (@P0)";
        served.engine.answer(text, (parameters, results) -> results.done(StatementKind.INSERT, 1));
        try (Connection connection = served.connect();
                PreparedStatement statement = connection.prepareStatement("INSERT t VALUES (?)")) {
            for (int i = 0; i < 100; i++) {
                statement.setInt(1, i);
                statement.addBatch();
            }
            assertThat(statement.executeBatch()).hasSize(100).containsOnly(1);
        }
        assertThat(served.engine.executed).filteredOn(text::equals).hasSize(100);
        assertThat(served.server.counters().now().calls()).isLessThan(10);
    }
}
