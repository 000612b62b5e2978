package dev.granary.emulator;

import dev.granary.emulator.session.EmulatorServer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** A server behind its wire, and one connection of the real driver to it. */
final class Driven implements AutoCloseable {

    final EmulatedServer engine;
    final EmulatorServer wire;
    final Connection connection;

    private Driven(EmulatedServer engine) throws SQLException {
        this.engine = engine;
        wire = EmulatorServer.builder(engine).start();
        connection = connect();
    }

    static Driven over(EmulatedServer engine) throws SQLException {
        return new Driven(engine);
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(
                "jdbc:sqlserver://127.0.0.1:%d;encrypt=false;loginTimeout=5".formatted(wire.port()),
                "sa",
                Answers.PASSWORD);
    }

    /** Runs T-SQL of several batches, divided by lines that say GO. */
    void run(String script) throws SQLException {
        try (var statement = connection.createStatement()) {
            for (var batch : script.split("(?m)^\\s*GO\\s*$")) {
                execute(statement, batch);
            }
        }
    }

    private static void execute(Statement statement, String batch) throws SQLException {
        try {
            statement.execute(batch);
            while (statement.getMoreResults() || statement.getUpdateCount() >= 0) {
                // Every statement of the batch has run only when its last result was asked for.
            }
        } catch (SQLException e) {
            throw new SQLException(e.getMessage() + " in " + batch, e.getSQLState(), e.getErrorCode(), e);
        }
    }

    /** The rows, each written as its values with bars between them. */
    List<String> rows(String query) throws SQLException {
        var rows = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var result = statement.executeQuery(query)) {
            while (result.next()) {
                var values = new ArrayList<String>();
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    values.add(Objects.toString(result.getObject(i), "-").strip());
                }
                rows.add(String.join("|", values));
            }
        }
        return rows;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
        wire.close();
        engine.close();
    }
}
